package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.engine.provider.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code fresh}. The engine knows nothing of it: what the program said when the container was made
 * stands in a label, for when its block is gone.
 */
public record FreshPaths() implements Facet {
  static final String ATTRIBUTE = "fresh";

  @Override
  public void ask(Wanted wanted, Request request) {}

  @Override
  public void show(Seen seen, ShownValues shown) {
    List<Value> paths =
        OwnLabel.FRESH.read(seen.container()).stream()
            .flatMap(text -> Arrays.stream(text.split("\n", -1)))
            .map(Value::text)
            .toList();
    if (!paths.isEmpty()) {
      shown.values().put(ATTRIBUTE, Value.SetOf.of(paths));
    }
  }

  /** The label that notes them on a container that the op of a stamp makes; none for no paths. */
  public static Map<String, String> label(Map<String, String> stamp, Wanted wanted) {
    List<String> paths = wanted.texts(ATTRIBUTE).stream().map(AnonymousVolumes::path).toList();
    return paths.isEmpty() ? Map.of() : OwnLabel.FRESH.write(stamp, String.join("\n", paths));
  }
}

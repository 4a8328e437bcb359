package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.Reference;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.Set;
import java.util.function.Function;

/**
 * A namespace that may be that of another container.
 *
 * @param unset the engine's own choice
 */
record Namespaces(String attribute, String name, Function<Seen, Value> unset) implements Facet {
  private static final String OTHER = "container:";
  private static final Set<String> OWN = Set.of("bridge", "host", "none", "private", "shareable");

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has(attribute)) {
      request.put(Section.HOST, name, Json.of(mode(wanted.value(attribute))));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    String mode = seen.at(Section.HOST, name).text();
    Value standard = unset.apply(seen);
    Value live =
        mode.startsWith(OTHER)
            ? Reference.show("container", mode.substring(OTHER.length()))
            : Codec.text(mode);
    shown.put(attribute, live.isNull() ? standard : live, standard);
  }

  /** The engine's word for a mode; what is none of its own words is another container. */
  static String mode(Value value) {
    String text = Codec.plain(value);
    return OWN.contains(text) ? text : OTHER + text;
  }
}

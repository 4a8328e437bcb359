package dev.dvl.cli.render;

import dev.dvl.cli.world.Found;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.live.Live;
import java.util.List;
import java.util.SortedMap;

/** Live objects for people. */
public final class LiveText {
  private LiveText() {}

  public static String render(List<Found> found, boolean sandbox, Style style) {
    StringBuilder text = new StringBuilder();
    if (sandbox) {
      text.append(style.faint("sandbox: a made-up world\n")).append('\n');
    }
    int width = found.stream().mapToInt(it -> it.address().toString().length()).max().orElse(0);
    for (Found it : found) {
      String address = SafeText.padded(SafeText.of(it.address().toString()), width);
      text.append(style.bold(address)).append("  ").append(it.kind()).append("  ");
      text.append(it.live().map(LiveText::object).orElse("not there")).append('\n');
      values(text, it.outputs());
      values(text, it.set());
    }
    return text.toString();
  }

  private static String object(Live live) {
    return SafeText.of(live.ref().name() + " (" + live.ref().id() + ")");
  }

  private static void values(StringBuilder text, SortedMap<String, Value> values) {
    values.forEach(
        (name, value) -> {
          if (!name.equals("name") && !name.equals("id")) {
            text.append("    ").append(SafeText.of(name)).append(" = ");
            text.append(ValueText.of(value)).append('\n');
          }
        });
  }
}

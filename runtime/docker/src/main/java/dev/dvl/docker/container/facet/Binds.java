package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The older ways to write mounts: {@code SOURCE:TARGET[:OPTIONS]}, and options of a tmpfs. */
final class Binds {
  private static final Set<String> PROPAGATIONS =
      Set.of("private", "rprivate", "shared", "rshared", "slave", "rslave");

  private Binds() {}

  static Value value(String bind) {
    String[] parts = bind.split(":", 3);
    List<String> options = parts.length < 3 ? List.of() : List.of(parts[2].split(","));
    String source = parts[0];
    boolean volume = !source.startsWith("/");
    Map<String, Value> fields = new TreeMap<>();
    fields.put("type", Value.text(volume ? "volume" : "bind"));
    fields.put("source", volume ? Value.text(source) : Mounts.path(source));
    fields.put("target", Mounts.path(parts.length > 1 ? parts[1] : source));
    fields.put("read_only", Value.of(options.contains("ro")));
    if (volume) {
      fields.put("no_copy", Value.of(options.contains("nocopy")));
    } else {
      String propagation =
          options.stream().filter(PROPAGATIONS::contains).findFirst().orElse("rprivate");
      fields.put("propagation", Value.text(propagation));
      fields.put("recursive", Value.of(true));
    }
    return Value.ObjectOf.of(fields);
  }

  static Value tmpfs(String target, String options) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("type", Value.text("tmpfs"));
    fields.put("target", Mounts.path(target));
    fields.put("mode", Value.text("1777"));
    for (String option : List.of(options.split(",", -1))) {
      if (option.matches("mode=[0-7]{1,4}")) {
        fields.put("mode", Mounts.mode(Long.parseLong(option.substring("mode=".length()), 8)));
      } else if (option.matches("size=[0-9]{1,18}")) {
        fields.put("size", Codec.size(Long.parseLong(option.substring("size=".length()))));
      }
    }
    return Value.ObjectOf.of(fields);
  }
}

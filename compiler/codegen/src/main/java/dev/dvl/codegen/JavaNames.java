package dev.dvl.codegen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Names of the language as Java spells them. */
final class JavaNames {
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private JavaNames() {}

  /** {@code health_check} as {@code HealthCheck}. */
  static String type(String name) {
    return Arrays.stream(name.split("[^A-Za-z0-9]+"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code stop_signal} as {@code stopSignal}; a word that Java keeps to itself gets a bar. */
  static String component(String name) {
    String type = type(name);
    String component = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    boolean taken = SourceVersion.isKeyword(component) || OF_OBJECT.contains(component);
    return taken ? component + "_" : component;
  }

  /** {@code on-failure} as {@code ON_FAILURE}. */
  static String constant(String word) {
    return word.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
  }

  /** The last words that all names share: {@code Mount} for {@code BindMount, TmpfsMount}. */
  static String commonEnd(List<String> names) {
    String shortest = names.getFirst();
    for (int from = 0; from < shortest.length(); from++) {
      String end = shortest.substring(from);
      if (Character.isUpperCase(end.charAt(0)) && names.stream().allMatch(it -> it.endsWith(end))) {
        return end;
      }
    }
    return "";
  }
}

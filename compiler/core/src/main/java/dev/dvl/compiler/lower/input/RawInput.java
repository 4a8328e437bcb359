package dev.dvl.compiler.lower.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter's value as it came in, before its declared type is known: scalars are text, whatever
 * they look like.
 */
public sealed interface RawInput {

  record Text(String text, String origin) implements RawInput {}

  /** {@code null} in a file. */
  record Nothing(String origin) implements RawInput {}

  record ListOf(List<RawInput> elements, String origin) implements RawInput {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  record MapOf(Map<String, RawInput> entries, String origin) implements RawInput {
    public MapOf {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** Where it came from, as a person would say it: {@code --param}, {@code prod.yaml:3}. */
  String origin();
}

package dev.dvl.engine.json;

import dev.dvl.compiler.value.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each asked for by name and type; a wrong one is an IOException. */
public final class Fields {
  private final Map<?, ?> fields;

  private Fields(Map<?, ?> fields) {
    this.fields = fields;
  }

  public static Fields of(@Nullable Object tree) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      return new Fields(map);
    }
    throw new IOException("an object was expected");
  }

  /** A step that may find the JSON other than expected. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(@Nullable Object tree) throws IOException;
  }

  public boolean has(String name) {
    return fields.get(name) != null;
  }

  public Set<String> names() {
    return fields.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }

  public @Nullable Object raw(String name) {
    return fields.get(name);
  }

  public String text(String name) throws IOException {
    return as(String.class, name);
  }

  public Optional<String> optionalText(String name) throws IOException {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public long number(String name) throws IOException {
    return as(Long.class, name);
  }

  public boolean truth(String name) throws IOException {
    return as(Boolean.class, name);
  }

  public Fields object(String name) throws IOException {
    return of(fields.get(name));
  }

  public Address address(String name) throws IOException {
    return asAddress(text(name));
  }

  /** A text as an address. */
  public static Address asAddress(String text) throws IOException {
    return Address.parse(text).orElseThrow(() -> new IOException("not an address: " + text));
  }

  public <T> List<T> list(String name, Reading<T> reading) throws IOException {
    List<T> found = new ArrayList<>();
    for (Object element : as(List.class, name)) {
      found.add(reading.read(element));
    }
    return found;
  }

  public <T> Map<String, T> map(String name, Reading<T> reading) throws IOException {
    Map<String, T> found = new java.util.LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : object(name).fields.entrySet()) {
      found.put(String.valueOf(entry.getKey()), reading.read(entry.getValue()));
    }
    return found;
  }

  /** A text as it stands. */
  public static String asText(@Nullable Object tree) throws IOException {
    if (tree instanceof String text) {
      return text;
    }
    throw new IOException("a text was expected");
  }

  private <T> T as(Class<T> type, String name) throws IOException {
    Object found = fields.get(name);
    if (!type.isInstance(found)) {
      throw new IOException("`" + name + "` is missing, or not what was expected");
    }
    return type.cast(found);
  }
}

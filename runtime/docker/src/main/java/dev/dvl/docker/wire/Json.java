package dev.dvl.docker.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value. Asking for what is not there gives {@link Nil}, an empty text, zero, nothing. */
public sealed interface Json {
  record Obj(Map<String, Json> fields) implements Json {
    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  record Str(String value) implements Json {}

  /** A number in the digits it was written with. */
  record Num(String digits) implements Json {}

  record Bool(boolean value) implements Json {}

  record Nil() implements Json {
    public static final Nil NIL = new Nil();
  }

  static Json of(String value) {
    return new Str(value);
  }

  static Json of(long value) {
    return new Num(Long.toString(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json texts(List<String> values) {
    return new Arr(values.stream().map(Json::of).toList());
  }

  static Json texts(Map<String, String> values) {
    Map<String, Json> fields = new LinkedHashMap<>();
    values.forEach((key, value) -> fields.put(key, of(value)));
    return new Obj(fields);
  }

  /** The value at a path of field names. */
  default Json at(String... names) {
    Json found = this;
    for (String name : names) {
      found = found instanceof Obj(var fields) ? fields.getOrDefault(name, Nil.NIL) : Nil.NIL;
    }
    return found;
  }

  default boolean isNil() {
    return this instanceof Nil;
  }

  default String text() {
    return switch (this) {
      case Str(String value) -> value;
      case Num(String digits) -> digits;
      case Bool(boolean value) -> Boolean.toString(value);
      case Obj _, Arr _, Nil _ -> "";
    };
  }

  /** A whole number; what does not fit is cut off like a Java cast does. */
  default long number() {
    return this instanceof Num(String digits) ? new java.math.BigDecimal(digits).longValue() : 0;
  }

  default boolean isTrue() {
    return this instanceof Bool(boolean value) && value;
  }

  default List<Json> elements() {
    return this instanceof Arr(List<Json> elements) ? elements : List.of();
  }

  default List<String> texts() {
    return elements().stream().map(Json::text).toList();
  }

  default Map<String, Json> fields() {
    return this instanceof Obj(var fields) ? fields : Map.of();
  }

  default Map<String, String> textFields() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields().forEach((key, value) -> texts.put(key, value.text()));
    return texts;
  }
}

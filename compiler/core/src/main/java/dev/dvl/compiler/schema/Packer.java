package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes types, terms and values as bytes; {@link Unpacker} reads them. Each text is kept once. */
final class Packer {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  /** The table of texts, then all that was written. */
  byte[] bytes() {
    Packer table = new Packer();
    table.number(texts.size());
    for (String text : texts.keySet()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      table.number(bytes.length);
      table.out.writeBytes(bytes);
    }
    table.out.writeBytes(out.toByteArray());
    return table.out.toByteArray();
  }

  /** Seven bits a byte, the lowest first, the top bit where more follow. */
  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    number(known == null ? texts.size() - 1 : known);
  }

  void flag(boolean flag) {
    out.write(flag ? 1 : 0);
  }

  <T> void optional(Optional<T> value, Consumer<T> write) {
    flag(value.isPresent());
    value.ifPresent(write);
  }

  <T> void all(Collection<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
  }

  void type(Type type) {
    switch (type) {
      case Type.Scalar(var kind, var qualifiers) -> {
        tag(0, qualifiers);
        text(kind.name());
      }
      case Type.Literal(var value, var qualifiers) -> {
        tag(1, qualifiers);
        value(value);
      }
      case Type.ListOf(var element, var qualifiers) -> {
        tag(2, qualifiers);
        type(element);
      }
      case Type.SetOf(var element, var qualifiers) -> {
        tag(3, qualifiers);
        type(element);
      }
      case Type.MapOf(var value, var qualifiers) -> {
        tag(4, qualifiers);
        type(value);
      }
      case Type.ObjectOf(var name, var fields, var qualifiers) -> {
        tag(5, qualifiers);
        optional(name, this::text);
        all(fields.values(), this::field);
      }
      case Type.Union(var members) -> {
        tag(6, Qualifiers.PLAIN);
        all(members, this::type);
      }
      case Type.Maybe(var inner) -> {
        tag(7, Qualifiers.PLAIN);
        type(inner);
      }
      case Type.Ref(var target, var isInterface, var qualifiers) -> {
        tag(8, qualifiers);
        text(target);
        flag(isInterface);
      }
      case Type.Refined(var name, var base, var condition) -> {
        tag(9, Qualifiers.PLAIN);
        text(name);
        type(base);
        condition(condition);
      }
      case Type.Keyed _, Type.Composite _, Type.StateOf _, Type.Null _, Type.Wrong _ ->
          throw neverInSchemas(type);
    }
  }

  void condition(Type.Condition condition) {
    term(condition.term());
    optional(condition.message(), this::term);
  }

  void term(Term term) {
    switch (term) {
      case Term.Literal(var value) -> {
        number(0);
        value(value);
      }
      case Term.Var(var name) -> {
        number(1);
        text(name);
      }
      case Term.Call(var function, var arguments) -> {
        number(2);
        text(function);
        all(arguments, this::term);
      }
      case Term.Read ignored -> throw neverInSchemas(term);
      case Term.Secret ignored -> throw neverInSchemas(term);
    }
  }

  void value(Value value) {
    switch (value) {
      case Value.Null ignored -> number(0);
      case Value.Bool(boolean truth) -> number(truth ? 2 : 1);
      case Value.Int(long number) -> {
        number(3);
        number(number);
      }
      case Value.Decimal(var number) -> {
        number(4);
        text(number.toString());
      }
      case Value.Text(String text) -> {
        number(5);
        text(text);
      }
      case Value.Quantity(var dimension, long amount) -> {
        number(6);
        text(dimension.name());
        number(amount);
      }
      case Value.ListOf(var elements) -> {
        number(7);
        all(elements, this::value);
      }
      case Value.SetOf(var elements) -> {
        number(8);
        all(elements, this::value);
      }
      case Value.MapOf(var entries) -> {
        number(9);
        entries(entries);
      }
      case Value.ObjectOf(var fields) -> {
        number(10);
        entries(fields);
      }
      case Value.Deferred(var term) -> {
        number(11);
        term(term);
      }
      case Value.Ref ignored -> throw neverInSchemas(value);
    }
  }

  private void entries(Map<String, Value> entries) {
    List<Map.Entry<String, Value>> list = new ArrayList<>(entries.entrySet());
    all(
        list,
        entry -> {
          text(entry.getKey());
          value(entry.getValue());
        });
  }

  private void field(Type.Field field) {
    text(field.name());
    text(field.doc());
    type(field.type());
    flag(field.optional());
    optional(field.value(), this::term);
    optional(field.where(), this::condition);
  }

  private void tag(int form, Qualifiers qualifiers) {
    number(form);
    number((qualifiers.stage() == Stage.LATER ? 1 : 0) | (qualifiers.secret() ? 2 : 0));
  }

  private static IllegalArgumentException neverInSchemas(Object what) {
    return new IllegalArgumentException("stands in no schema without mistakes: " + what);
  }
}

package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link Packer} has written. It runs at every start: loops stand here in place of
 * lambdas, which cost about a millisecond each the first time.
 */
final class Unpacker {
  private final byte[] bytes;
  private final String[] texts;
  private int at;

  Unpacker(byte[] bytes) {
    this.bytes = bytes;
    this.texts = new String[(int) number()];
    for (int i = 0; i < texts.length; i++) {
      int length = (int) number();
      texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
    }
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  String text() {
    return texts[(int) number()];
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  /** The constant whose name comes next; {@link Enum#valueOf} would go through reflection. */
  <E extends Enum<E>> E constant(E[] constants) {
    String name = text();
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no such constant: " + name);
  }

  Optional<String> optionalText() {
    return flag() ? Optional.of(text()) : Optional.empty();
  }

  Optional<Term> optionalTerm() {
    return flag() ? Optional.of(term()) : Optional.empty();
  }

  Optional<Type.Condition> optionalCondition() {
    return flag() ? Optional.of(condition()) : Optional.empty();
  }

  List<String> allTexts() {
    List<String> all = new ArrayList<>();
    for (long count = number(); count > 0; count--) {
      all.add(text());
    }
    return all;
  }

  List<Type.Condition> allConditions() {
    List<Type.Condition> all = new ArrayList<>();
    for (long count = number(); count > 0; count--) {
      all.add(condition());
    }
    return all;
  }

  Type type() {
    int form = (int) number();
    Qualifiers qualifiers = qualifiers((int) number());
    return switch (form) {
      case 0 -> new Type.Scalar(constant(ScalarKind.values()), qualifiers);
      case 1 -> new Type.Literal(value(), qualifiers);
      case 2 -> new Type.ListOf(type(), qualifiers);
      case 3 -> new Type.SetOf(type(), qualifiers);
      case 4 -> new Type.MapOf(type(), qualifiers);
      case 5 -> new Type.ObjectOf(optionalText(), fields(), qualifiers);
      case 6 -> new Type.Union(types());
      case 7 -> new Type.Maybe(type());
      case 8 -> new Type.Ref(text(), flag(), qualifiers);
      case 9 -> new Type.Refined(text(), type(), condition());
      default -> throw new IllegalArgumentException("no form of a type: " + form);
    };
  }

  Type.Condition condition() {
    return new Type.Condition(term(), optionalTerm());
  }

  Term term() {
    int form = (int) number();
    return switch (form) {
      case 0 -> new Term.Literal(value());
      case 1 -> new Term.Var(text());
      case 2 -> new Term.Call(text(), terms());
      default -> throw new IllegalArgumentException("no form of a term: " + form);
    };
  }

  Value value() {
    int form = (int) number();
    return switch (form) {
      case 0 -> Value.Null.NULL;
      case 1 -> Value.of(false);
      case 2 -> Value.of(true);
      case 3 -> Value.of(number());
      case 4 -> new Value.Decimal(new BigDecimal(text()));
      case 5 -> Value.text(text());
      case 6 -> new Value.Quantity(constant(Dimension.values()), number());
      case 7 -> new Value.ListOf(values());
      case 8 -> new Value.SetOf(values());
      case 9 -> Value.MapOf.of(entries());
      case 10 -> Value.ObjectOf.of(entries());
      case 11 -> new Value.Deferred(term());
      default -> throw new IllegalArgumentException("no form of a value: " + form);
    };
  }

  private List<Type> types() {
    List<Type> all = new ArrayList<>();
    for (long count = number(); count > 0; count--) {
      all.add(type());
    }
    return all;
  }

  private List<Term> terms() {
    List<Term> all = new ArrayList<>();
    for (long count = number(); count > 0; count--) {
      all.add(term());
    }
    return all;
  }

  private List<Value> values() {
    List<Value> all = new ArrayList<>();
    for (long count = number(); count > 0; count--) {
      all.add(value());
    }
    return all;
  }

  private Map<String, Value> entries() {
    Map<String, Value> entries = new HashMap<>();
    for (long count = number(); count > 0; count--) {
      entries.put(text(), value());
    }
    return entries;
  }

  private Map<String, Type.Field> fields() {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    for (long count = number(); count > 0; count--) {
      Type.Field field = field();
      fields.put(field.name(), field);
    }
    return fields;
  }

  private Type.Field field() {
    return new Type.Field(text(), text(), type(), flag(), optionalTerm(), optionalCondition());
  }

  private static Qualifiers qualifiers(int bits) {
    return new Qualifiers((bits & 1) != 0 ? Stage.LATER : Stage.KNOWN, (bits & 2) != 0);
  }
}

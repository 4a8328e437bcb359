package dev.dvl.sandbox;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Outputs that no platform told: the same for the same seed, of the right type, and of the form
 * that the schema's examples have.
 */
final class MadeUp {
  private static final int ID_DIGITS = 32;
  private static final long SOME_BYTES = 64L << 20;

  private MadeUp() {}

  /** Values for the outputs of a kind. */
  static SortedMap<String, Value> outputs(KindSchema kind, String seed) {
    SortedMap<String, Value> outputs = new TreeMap<>();
    byte[] hash = hash(seed);
    for (KindSchema.Output output : kind.outputs()) {
      Value value =
          output.name().equals("id")
              ? Value.text(digits(hash, ID_DIGITS))
              : made(output, mixed(hash, output.name()));
      if (!value.isNull()) {
        outputs.put(output.name(), value);
      }
    }
    return outputs;
  }

  private static Value made(KindSchema.Output output, byte[] hash) {
    return output
        .example()
        .<Value>map(it -> Value.text(likeExample(it, hash)))
        .orElseGet(() -> value(output.type(), hash));
  }

  /** The example with other digits, so that two objects seldom show the same. */
  private static String likeExample(String example, byte[] hash) {
    StringBuilder made = new StringBuilder(example);
    for (int i = 0; i < example.length(); i++) {
      char at = example.charAt(i);
      if (at >= '1' && at <= '9') {
        made.setCharAt(i, (char) ('1' + Byte.toUnsignedInt(hash[i % hash.length]) % 9));
      }
    }
    return made.toString();
  }

  static String id(String seed) {
    return digits(seed, ID_DIGITS);
  }

  static String digits(String seed, int count) {
    return digits(hash(seed), count);
  }

  private static String digits(byte[] hash, int count) {
    return HexFormat.of().formatHex(hash, 0, (count + 1) / 2).substring(0, count);
  }

  /** Another hash for each name, without the cost of forming one. */
  private static byte[] mixed(byte[] hash, String name) {
    byte[] mixed = hash.clone();
    int salt = name.hashCode();
    for (int i = 0; i < mixed.length; i++) {
      salt = salt * 31 + hash[i];
      mixed[i] ^= (byte) (salt >>> 8);
    }
    return mixed;
  }

  private static Value value(Type type, byte[] hash) {
    return switch (type) {
      case Type.Scalar(ScalarKind kind, var ignored) -> scalar(kind, hash);
      case Type.Literal(Value value, var ignored) -> value;
      case Type.ListOf ignored -> new Value.ListOf(List.of());
      case Type.SetOf ignored -> new Value.SetOf(List.of());
      case Type.MapOf ignored -> Value.MapOf.of(Map.of());
      case Type.ObjectOf object -> object(object, hash);
      case Type.Union union -> value(union.members().getFirst(), hash);
      case Type.Maybe(Type inner) -> isOfARun(inner) ? Value.Null.NULL : value(inner, hash);
      case Type.Refined refined -> value(refined.base(), hash);
      case Type.Ref ignored -> Value.Null.NULL;
      case Type.Keyed ignored -> Value.MapOf.of(Map.of());
      case Type.Composite _, Type.StateOf _, Type.Null _, Type.Wrong _ -> Value.Null.NULL;
    };
  }

  /** Counts and lists that may be missing tell of what has happened, which here is nothing. */
  private static boolean isOfARun(Type type) {
    return type instanceof Type.ListOf
        || (type instanceof Type.Scalar(ScalarKind kind, var ignored) && kind == ScalarKind.INT);
  }

  private static Value scalar(ScalarKind kind, byte[] hash) {
    int high = Byte.toUnsignedInt(hash[0]);
    int low = Byte.toUnsignedInt(hash[1]);
    return switch (kind) {
      case STRING -> Value.text("sandbox-" + digits(hash, 8));
      case INT -> Value.of(high);
      case DECIMAL -> Value.of(high);
      case BOOL -> Value.of(true);
      case SIZE -> new Value.Quantity(Dimension.SIZE, SOME_BYTES);
      case DURATION -> new Value.Quantity(Dimension.DURATION, 1_000_000_000L);
      case FREQUENCY -> new Value.Quantity(Dimension.FREQUENCY, 1_000_000_000L);
      case RATE -> new Value.Quantity(Dimension.RATE, SOME_BYTES);
      case PERCENT -> new Value.Quantity(Dimension.PERCENT, 0);
      case IP ->
          Value.text("10." + high + "." + low + "." + (2 + Byte.toUnsignedInt(hash[2]) % 250));
      case CIDR -> Value.text("10." + high + "." + low + ".0/24");
      case MAC ->
          Value.text("02:00:00:00:" + digits(hash, 2) + ":" + digits(mixed(hash, "mac"), 2));
      case PORT -> Value.of(32_768 + (high << 4));
      case PORT_MAPPING -> Value.text(Integer.toString(32_768 + (high << 4)));
      case IMAGE_REF -> Value.text("sandbox/" + digits(hash, 8));
      case PATH -> Value.text("/sandbox/" + digits(hash, 8));
      case URL -> Value.text("http://sandbox/" + digits(hash, 8));
    };
  }

  private static Value object(Type.ObjectOf type, byte[] hash) {
    SortedMap<String, Value> fields = new TreeMap<>();
    type.fields()
        .forEach((name, field) -> fields.put(name, value(field.type(), mixed(hash, name))));
    return Value.ObjectOf.of(fields);
  }

  private static byte[] hash(String seed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }
}

package dev.dvl.docker.attribute;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.eval.PosixPath;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Between values of the language and the engine's JSON, there and back. */
public record Codec(Function<Value, Json> write, Function<Json, Value> read) {
  private static final long NANOS = 1_000_000_000L;
  private static final BigDecimal NANO_CPUS = BigDecimal.valueOf(NANOS);

  public static final Codec BOOL =
      new Codec(
          value -> Json.of(value instanceof Value.Bool(boolean holds) && holds),
          json -> Value.of(json.isTrue()));

  /** Yes, no, or what the engine is set up for. */
  public static final Codec MAYBE_BOOL =
      new Codec(BOOL.write(), json -> json.isNil() ? Value.Null.NULL : Value.of(json.isTrue()));

  /** Text; the engine writes an empty one where nothing is set. */
  public static final Codec TEXT =
      new Codec(
          value -> Json.of(plain(value)),
          json -> json.text().isEmpty() ? Value.Null.NULL : Value.text(json.text()));

  /** A path on the engine's side, in its shortest form; an empty one where nothing is set. */
  public static final Codec PATH =
      new Codec(
          value -> Json.of(PosixPath.clean(plain(value))),
          json ->
              json.text().isEmpty() ? Value.Null.NULL : Value.text(PosixPath.clean(json.text())));

  /** A number; the engine writes zero where nothing is set. */
  public static final Codec INT =
      new Codec(
          value -> Json.of(number(value)),
          json -> json.number() == 0 ? Value.Null.NULL : Value.of(json.number()));

  /** A number of which zero is one. */
  static final Codec PLAIN_INT =
      new Codec(value -> Json.of(number(value)), json -> Value.of(json.number()));

  /** A limit; zero, -1 and null all mean that there is none. */
  public static final Codec LIMIT =
      new Codec(
          value -> Json.of(number(value)),
          json -> json.number() <= 0 ? Value.Null.NULL : Value.of(json.number()));

  public static final Codec SIZE =
      new Codec(
          value -> Json.of(number(value)),
          json -> json.number() == 0 ? Value.Null.NULL : size(json.number()));

  /** A duration in nanoseconds; zero means the engine's own. */
  static final Codec NANOSECONDS =
      new Codec(
          value -> Json.of(number(value)),
          json -> json.number() == 0 ? Value.Null.NULL : duration(json.number()));

  /** A duration in whole seconds, rounded up; null means the engine's own. */
  public static final Codec SECONDS =
      new Codec(
          value -> Json.of(Math.ceilDiv(number(value), NANOS)),
          json -> json.isNil() ? Value.Null.NULL : duration(json.number() * NANOS));

  /** Processors in billionths. */
  public static final Codec CPUS =
      new Codec(
          value -> Json.of(decimal(value).multiply(NANO_CPUS).longValue()),
          json ->
              json.number() == 0
                  ? Value.Null.NULL
                  : new Value.Decimal(BigDecimal.valueOf(json.number()).divide(NANO_CPUS)));

  /** A list whose order counts; the engine may write null for an empty one. */
  public static final Codec LIST = texts(Value.ListOf::new, Function.identity());

  /** Addresses in their usual form. */
  public static final Codec ADDRESSES = texts(Value.ListOf::new, Codec::address);

  public static final Codec SET = texts(Value.SetOf::of, Function.identity());

  /** Capabilities: {@code CAP_NET_ADMIN} and {@code net_admin} are {@code NET_ADMIN}. */
  public static final Codec CAPABILITIES = texts(Value.SetOf::of, Codec::capability);

  public static final Codec MAP =
      new Codec(value -> Json.texts(new Wanted(Map.of("it", value)).textMap("it")), Codec::map);

  /** Signals: {@code term} and {@code SIGTERM} are the same; numbers stay. */
  public static final Codec SIGNAL =
      new Codec(value -> Json.of(signal(plain(value))), json -> text(signal(json.text())));

  public static Value size(long bytes) {
    return new Value.Quantity(Dimension.SIZE, bytes);
  }

  public static Value duration(long nanos) {
    return new Value.Quantity(Dimension.DURATION, nanos);
  }

  public static Value text(String text) {
    return text.isEmpty() ? Value.Null.NULL : Value.text(text);
  }

  public static Value map(Json json) {
    Map<String, Value> entries = new TreeMap<>();
    json.textFields().forEach((key, value) -> entries.put(key, Value.text(value)));
    return Value.MapOf.of(entries);
  }

  /** Labels that people gave, without dvl's own. */
  public static Value labels(Json labels) {
    return map(Json.texts(StampLabels.without(labels.textFields())));
  }

  /** An address in its usual form (RFC 5952); the engine keeps it as it was written. */
  public static String address(String text) {
    return IpAddress.read(text).map(IpAddress::toString).orElse(text);
  }

  /** The same of a range of addresses. */
  public static String range(String text) {
    return Cidr.read(text).map(Cidr::toString).orElse(text);
  }

  /** A scalar as the engine wants it in text. */
  public static String plain(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Int(long number) -> Long.toString(number);
      case Value.Bool(boolean holds) -> Boolean.toString(holds);
      case Value.Decimal(BigDecimal decimal) -> decimal.toPlainString();
      case Value.Quantity(Dimension ignored, long amount) -> Long.toString(amount);
      case Value.Ref(var address, String kind) -> Reference.token(kind, address);
      case Value.Null ignored -> "";
      case Value.Compound _, Value.Deferred _ -> throw scalar(value);
    };
  }

  public static long number(Value value) {
    return new Wanted(Map.of("it", value)).number("it").orElseThrow(() -> scalar(value));
  }

  private static BigDecimal decimal(Value value) {
    return value instanceof Value.Decimal(BigDecimal exact)
        ? exact
        : BigDecimal.valueOf(number(value));
  }

  private static Codec texts(
      Function<List<Value>, Value> collection, Function<String, String> normal) {
    return new Codec(
        value ->
            Json.texts(new Wanted(Map.of("it", value)).texts("it").stream().map(normal).toList()),
        json -> collection.apply(json.texts().stream().map(normal).map(Value::text).toList()));
  }

  private static String capability(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring(4) : upper;
  }

  private static String signal(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean bare =
        !upper.isEmpty() && !upper.startsWith("SIG") && !Character.isDigit(upper.charAt(0));
    return bare ? "SIG" + upper : upper;
  }

  private static IllegalArgumentException scalar(Value value) {
    return new IllegalArgumentException("not a known scalar: " + value);
  }
}

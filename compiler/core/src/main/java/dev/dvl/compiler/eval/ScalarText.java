package dev.dvl.compiler.eval;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the built-in types from text: parameters, conversions, and texts of refined types. */
public final class ScalarText {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9][0-9_]{0,30}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9][0-9_]{0,40}(\\.[0-9]{1,40})?");
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S+");

  /** As the reference grammar of OCI distribution has it: host and port, path, tag, digest. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?/)?"
              + "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*"
              + "(?:/[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*)*"
              + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
              + "(?:@[A-Za-z][A-Za-z0-9]*:[0-9A-Fa-f]{32,128})?");

  private ScalarText() {}

  /** The value of type {@code kind} that {@code text} writes. */
  public static Value read(ScalarKind kind, String text) throws EvaluationProblem {
    return find(kind, text).orElseThrow(() -> new EvaluationProblem(wrong(kind, Value.text(text))));
  }

  /** As {@link #read}; empty where the text does not write one. */
  public static Optional<Value> find(ScalarKind kind, String text) {
    return switch (kind) {
      case STRING -> Optional.of(Value.text(text));
      case INT -> whole(text);
      case DECIMAL -> decimal(text);
      case BOOL -> bool(text);
      case SIZE -> QuantityText.read(Dimension.SIZE, text).map(it -> it);
      case DURATION -> QuantityText.read(Dimension.DURATION, text).map(it -> it);
      case FREQUENCY -> QuantityText.read(Dimension.FREQUENCY, text).map(it -> it);
      case PERCENT -> QuantityText.read(Dimension.PERCENT, text).map(it -> it);
      case RATE -> rate(text);
      case PORT -> whole(text).filter(ScalarText::isPort);
      case IP, CIDR, MAC, PORT_MAPPING, IMAGE_REF, PATH, URL ->
          hasForm(kind, text) ? Optional.of(Value.text(text)) : Optional.empty();
    };
  }

  /** What is wrong with a value that is to be of a refined type; empty where nothing is. */
  public static Optional<String> complaint(ScalarKind kind, Value value) {
    boolean wrong =
        switch (value) {
          case Value.Text(String text) -> !hasForm(kind, text);
          case Value.Int ignored when kind == ScalarKind.PORT -> !isPort(value);
          case Value ignored -> false;
        };
    return wrong ? Optional.of(wrong(kind, value)) : Optional.empty();
  }

  private static String wrong(ScalarKind kind, Value value) {
    String wrong = ValueText.of(value) + " is not " + form(kind);
    return kind == ScalarKind.CIDR && value instanceof Value.Text(String text)
        ? Cidr.read(text)
            .map(network -> wrong + "; the network it lies in is `" + network + "`")
            .orElse(wrong)
        : wrong;
  }

  private static boolean hasForm(ScalarKind kind, String text) {
    return switch (kind) {
      case IP -> IpAddress.read(text).isPresent();
      case CIDR -> Cidr.exact(text).isPresent();
      case MAC -> MAC.matcher(text).matches();
      case PORT_MAPPING -> PortMapping.read(text).isPresent();
      case IMAGE_REF -> text.length() <= 4096 && IMAGE.matcher(text).matches();
      case PATH -> !text.isEmpty() && text.indexOf('\0') < 0;
      case URL -> URL.matcher(text).matches();
      case STRING, INT, DECIMAL, BOOL, SIZE, DURATION, FREQUENCY, RATE, PERCENT, PORT -> true;
    };
  }

  private static boolean isPort(Value value) {
    return value instanceof Value.Int(long number) && number >= 1 && number <= 65535;
  }

  private static Optional<Value> whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Value.of(Long.parseLong(text.replace("_", ""))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Value> decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text.replace("_", ""));
    return number.stripTrailingZeros().precision() <= Numbers.DIGITS.getPrecision()
        ? Optional.of(new Value.Decimal(number))
        : Optional.empty();
  }

  private static Optional<Value> bool(String text) {
    return switch (text) {
      case "true" -> Optional.of(Value.of(true));
      case "false" -> Optional.of(Value.of(false));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> rate(String text) {
    return text.endsWith("/s")
        ? QuantityText.read(Dimension.SIZE, text.substring(0, text.length() - 2))
            .map(size -> new Value.Quantity(Dimension.RATE, size.amount()))
        : Optional.empty();
  }

  /** What a text of the type looks like, with its article. */
  private static String form(ScalarKind kind) {
    return switch (kind) {
      case STRING -> "text";
      case INT -> "a whole number of 64 bits";
      case DECIMAL -> "a decimal number of at most 34 digits";
      case BOOL -> "`true` or `false`";
      case SIZE -> "a size such as `512MiB`";
      case DURATION -> "a duration such as `1h30min`";
      case FREQUENCY -> "a frequency such as `2GHz`";
      case RATE -> "a rate such as `10MB/s`";
      case PERCENT -> "a percentage such as `50%`";
      case IP -> "an IP address";
      case CIDR -> "a network such as `10.0.0.0/24`";
      case MAC -> "a MAC address such as `02:42:ac:11:00:02`";
      case PORT -> "a port from 1 to 65535";
      case PORT_MAPPING -> "a port mapping such as `8080:80` or `127.0.0.1:53:53/udp`";
      case IMAGE_REF -> "an image reference such as `postgres:17`";
      case PATH -> "a path";
      case URL -> "a URL such as `https://example.com/`";
    };
  }
}

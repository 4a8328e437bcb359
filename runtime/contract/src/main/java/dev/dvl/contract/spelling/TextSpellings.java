package dev.dvl.contract.spelling;

import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Other ways to write what is written as text. */
final class TextSpellings {
  private TextSpellings() {}

  static List<String> of(ScalarKind kind, String text) {
    return switch (kind) {
      case IP -> addresses(text);
      case CIDR -> ranges(text);
      case MAC -> List.of(text.toUpperCase(Locale.ROOT), text.replace(':', '-'));
      case PORT_MAPPING -> ports(text);
      case IMAGE_REF ->
          List.of(
              "docker.io/" + text,
              "docker.io/library/" + text,
              "index.docker.io/" + text,
              text.replaceFirst(":[^:/]*$", ""));
      case PATH -> paths(text);
      case STRING, URL -> texts(text);
      case INT, DECIMAL, BOOL, SIZE, DURATION, FREQUENCY, RATE, PERCENT, PORT -> List.of();
    };
  }

  /** What is nothing in a built-in type, where something is. */
  static Optional<Value> empty(ScalarKind kind) {
    return switch (kind) {
      case STRING -> Optional.of(Value.text(""));
      case INT -> Optional.of(Value.of(0));
      case DECIMAL -> Optional.of(new Value.Decimal(BigDecimal.ZERO));
      case BOOL -> Optional.of(Value.of(false));
      case SIZE -> Optional.of(new Value.Quantity(Dimension.SIZE, 0));
      case DURATION -> Optional.of(new Value.Quantity(Dimension.DURATION, 0));
      case FREQUENCY -> Optional.of(new Value.Quantity(Dimension.FREQUENCY, 0));
      case RATE -> Optional.of(new Value.Quantity(Dimension.RATE, 0));
      case PERCENT -> Optional.of(new Value.Quantity(Dimension.PERCENT, 0));
      case IP, CIDR, MAC, PORT, PORT_MAPPING, IMAGE_REF, PATH, URL -> Optional.empty();
    };
  }

  /** The keys of maps are text of any form. */
  static List<String> ofKey(String key) {
    return List.of("", key + "=x", " " + key, key.toUpperCase(Locale.ROOT), key + ":x");
  }

  private static List<String> texts(String text) {
    return List.of(
        "",
        " ",
        text.toUpperCase(Locale.ROOT),
        text.toLowerCase(Locale.ROOT),
        " " + text,
        text + " ",
        text + "/",
        text + "\n",
        "0" + text);
  }

  private static List<String> paths(String text) {
    String bare = text.replaceFirst("^/+", "");
    return List.of(
        "/",
        ".",
        bare,
        "./" + bare,
        text + "/",
        "/" + text,
        "/./" + bare,
        "/x/../" + bare,
        text + " ");
  }

  private static List<String> addresses(String text) {
    return IpAddress.read(text)
        .map(it -> it.bits() == 32 ? List.of("::ffff:" + text) : six(text, it.number()))
        .orElse(List.of(text.toUpperCase(Locale.ROOT)));
  }

  private static List<String> six(String text, BigInteger number) {
    List<String> groups = new ArrayList<>();
    for (int shift = 112; shift >= 0; shift -= 16) {
      groups.add("%04x".formatted(number.shiftRight(shift).intValue() & 0xffff));
    }
    return List.of(text.toUpperCase(Locale.ROOT), String.join(":", groups));
  }

  private static List<String> ranges(String text) {
    int slash = text.indexOf('/');
    String prefix = text.substring(slash + 1);
    List<String> found = new ArrayList<>();
    for (String address : addresses(text.substring(0, slash))) {
      boolean mapped = address.startsWith("::ffff:");
      found.add(address + "/" + (mapped ? 96 + Integer.parseInt(prefix) : prefix));
    }
    found.add(text.substring(0, slash) + "/0" + prefix);
    return found;
  }

  /** Zeros in front, every address, the usual protocol, and the engine's choice of a port. */
  private static List<String> ports(String text) {
    String inside = text.substring(text.lastIndexOf(':') + 1);
    String outside = text.replaceFirst("^(\\[.*]|[0-9.]+):(?=[0-9]+:)", "");
    return List.of(
        inside,
        "0" + inside,
        text + "/tcp",
        text + "/udp",
        outside,
        "0.0.0.0:" + outside,
        "[::]:" + outside,
        "[::1]:" + outside,
        "[0:0:0:0:0:0:0:1]:" + outside,
        "[::ffff:127.0.0.1]:" + outside,
        "0.0.0.0::" + inside);
  }
}

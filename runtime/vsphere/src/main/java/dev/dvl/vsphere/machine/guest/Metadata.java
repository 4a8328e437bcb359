package dev.dvl.vsphere.machine.guest;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The metadata of a guest: those of the program, in YAML or JSON, with what dvl adds where they do
 * not say it themselves.
 */
final class Metadata {
  private static final String INSTANCE_ID = "instance-id";
  private static final String CLEANUP = "cleanup-guestinfo";

  private Metadata() {}

  /** The text. */
  static String text(Optional<String> own, Life life) {
    String text = own.orElseGet(() -> "local-hostname: \"" + life.name() + "\"\n");
    if (life.key().isPresent()) {
      text = with(text, CLEANUP, "[userdata]");
    }
    return life.instanceId().isPresent()
        ? with(text, INSTANCE_ID, "\"" + life.instanceId().get() + "\"")
        : text;
  }

  /** Whether the program gives the instance id itself. */
  static boolean numbersItself(Optional<String> own) {
    return own.filter(it -> says(it, INSTANCE_ID)).isPresent();
  }

  private static String with(String text, String key, String value) {
    if (says(text, key)) {
      return text;
    }
    String json = text.stripLeading();
    return json.startsWith("{")
        ? "{\""
            + key
            + "\": "
            + value.replace("userdata", "\"userdata\"")
            + ", "
            + json.substring(1)
        : key + ": " + value + "\n" + text;
  }

  private static boolean says(String text, String key) {
    return Pattern.compile("(?m)(^|[{,])\\s*[\"']?" + key + "[\"']?\\s*:").matcher(text).find();
  }
}

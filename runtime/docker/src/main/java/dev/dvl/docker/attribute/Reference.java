package dev.dvl.docker.attribute;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/**
 * References to resources in requests that are written only to be read again: a token stands for
 * them. In what an engine shows their place is taken by an id or a name.
 */
public final class Reference {
  private static final String TOKEN = "dvl-ref:";

  private Reference() {}

  static String token(String kind, Address address) {
    return TOKEN + kind + "/" + address;
  }

  /** The reference that {@code text} stands for, else {@code text} itself. */
  public static Value show(String kind, String text) {
    String start = TOKEN + kind + "/";
    Optional<Value> reference =
        text.startsWith(start)
            ? Address.parse(text.substring(start.length())).map(found -> new Value.Ref(found, kind))
            : Optional.empty();
    return reference.orElse(Value.text(text));
  }

  public static boolean isToken(String text) {
    return text.startsWith(TOKEN);
  }
}

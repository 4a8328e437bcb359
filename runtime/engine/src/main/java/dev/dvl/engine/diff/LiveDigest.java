package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.live.Live;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest of just those live values that a plan relies on, so that apply can tell whether they are
 * still the same.
 *
 * <p>Attributes that take secrets must not be among them: a digest of a short secret gives it away
 * to whoever guesses.
 */
public final class LiveDigest {
  private static final int SHOWN_BYTES = 16;

  private LiveDigest() {}

  public static String of(Live live, List<String> attributes) {
    StringBuilder text = new StringBuilder(live.ref().id());
    for (String name : attributes) {
      text.append('\n').append(name).append('=');
      text.append(ValueWriter.text(live.readable().getOrDefault(name, Value.Null.NULL)));
    }
    return HexFormat.of().formatHex(sha256(text.toString()), 0, SHOWN_BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }
}

package dev.dvl.stdlib;

import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.PackedKinds;
import java.nio.charset.StandardCharsets;

/**
 * The kinds that come with dvl. They are read from their schema files when dvl is built; a start
 * only unpacks them, and only when it first asks.
 */
public final class StandardKinds {
  private StandardKinds() {}

  /** All standard kinds; the same object each time. */
  public static Kinds load() {
    return Loaded.KINDS;
  }

  private static final class Loaded {
    static final Kinds KINDS = unpack();

    private static Kinds unpack() {
      String bytes = String.join("", KindBytes.CHUNKS);
      return PackedKinds.unpack(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}

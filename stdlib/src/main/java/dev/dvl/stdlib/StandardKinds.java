package dev.dvl.stdlib;

import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.PackedKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The kinds that come with dvl. They are read from their schema files when dvl is built; a start
 * only unpacks them, and only when it first asks.
 */
public final class StandardKinds {
  private static final String RESOURCE = "kinds.bin";

  private StandardKinds() {}

  /** All standard kinds; the same object each time. */
  public static Kinds load() {
    return Loaded.KINDS;
  }

  private static final class Loaded {
    static final Kinds KINDS = unpack();

    private static Kinds unpack() {
      try (InputStream in = StandardKinds.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("this build of dvl lacks its kinds: " + RESOURCE);
        }
        return PackedKinds.unpack(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

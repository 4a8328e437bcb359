package dev.dvl.compiler.schema;

/**
 * Kinds as bytes, so that a start does not parse schema files. The form is that of one build: it is
 * written and read by the same version.
 */
public final class PackedKinds {

  private PackedKinds() {}

  /** The bytes of kinds that were read without mistakes. */
  public static byte[] pack(Kinds kinds) {
    return KindPacker.pack(kinds);
  }

  /** The kinds that {@link #pack} has turned into these bytes. */
  public static Kinds unpack(byte[] bytes) {
    return new KindUnpacker(new Unpacker(bytes)).kinds();
  }
}

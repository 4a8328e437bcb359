package dev.dvl.engine.ledger;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Where a journal goes: bytes are added at the end and made durable. */
interface Tape extends Closeable {
  void add(byte[] bytes) throws IOException;

  /** What was added is on the disk when this returns. */
  void force() throws IOException;

  /**
   * The end of a file. Not a channel: an interrupt of the thread that writes would close it for
   * everybody.
   */
  static Tape at(Path file) throws IOException {
    FileOutputStream out = new FileOutputStream(file.toFile(), true);
    return new Tape() {
      @Override
      public void add(byte[] bytes) throws IOException {
        out.write(bytes);
      }

      @Override
      public void force() throws IOException {
        out.getFD().sync();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}

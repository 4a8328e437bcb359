package dev.dvl.engine.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends records so that each is durable when {@link #append} returns. Threads that come while the
 * disk is busy share its next turn. After one failure every later append fails: what is on the disk
 * is no longer known.
 */
final class Journal implements Closeable {
  private final Tape tape;
  private final Lock writing = new ReentrantLock();
  private final Lock forcing = new ReentrantLock();
  private long written;
  private long durable;
  private boolean broken;

  Journal(Tape tape) {
    this.tape = tape;
  }

  void append(byte[] record) throws IOException {
    long mine = write(Frames.frame(record));
    forcing.lock();
    try {
      if (durable < mine) {
        long upTo = written();
        force();
        durable = upTo;
      }
    } finally {
      forcing.unlock();
    }
  }

  private long write(byte[] frame) throws IOException {
    writing.lock();
    try {
      if (broken) {
        throw new IOException("the journal failed before");
      }
      broken = true;
      tape.add(frame);
      broken = false;
      return ++written;
    } finally {
      writing.unlock();
    }
  }

  private void force() throws IOException {
    try {
      tape.force();
    } catch (IOException failed) {
      breakDown();
      throw failed;
    }
  }

  private void breakDown() {
    writing.lock();
    try {
      broken = true;
    } finally {
      writing.unlock();
    }
  }

  private long written() throws IOException {
    writing.lock();
    try {
      if (broken) {
        throw new IOException("the journal failed before");
      }
      return written;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    tape.close();
  }
}

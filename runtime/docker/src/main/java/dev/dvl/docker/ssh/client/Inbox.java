package dev.dvl.docker.ssh.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What has arrived on a channel and was not read yet. All channels of a connection are served by
 * one thread, so a slow reader must not hold it up: only one who leaves megabytes unread does. (The
 * library's own streams are pipes, which also take the end of a reading thread for that of the
 * reader.)
 */
final class Inbox extends InputStream {
  private static final int MOST_UNREAD = 8 << 20;

  private final BooleanSupplier connected;
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private final OutputStream entry = new Entry();
  private int offset;
  private int unread;
  private int patience;
  private End end = End.OPEN;

  private enum End {
    OPEN,
    /** The other side has said all. */
    COMPLETE,
    /** The connection broke, or somebody closed this. */
    CUT
  }

  /**
   * @param connected whether the channel stands; an end while it does is a complete one
   */
  Inbox(BooleanSupplier connected) {
    this.connected = connected;
  }

  /** Where what arrives is put in. */
  OutputStream entry() {
    return entry;
  }

  /**
   * @param milliseconds how long one read waits; 0: for ever
   */
  synchronized void patience(int milliseconds) {
    patience = milliseconds;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] buffer, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    await();
    byte[] piece = pieces.peek();
    if (piece == null) {
      if (end == End.CUT) {
        throw new IOException("the SSH connection was cut");
      }
      return -1;
    }
    int taken = Math.min(length, piece.length - offset);
    System.arraycopy(piece, offset, buffer, from, taken);
    take(piece, taken);
    return taken;
  }

  private void await() throws IOException {
    long late = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
    while (pieces.isEmpty() && end == End.OPEN) {
      long left = patience == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(late - System.nanoTime());
      if (patience > 0 && left <= 0) {
        throw new SocketTimeoutException("nothing has arrived in time");
      }
      pause(left);
    }
  }

  private void take(byte[] piece, int taken) {
    offset += taken;
    unread -= taken;
    if (offset == piece.length) {
      pieces.remove();
      offset = 0;
    }
    notifyAll();
  }

  @SuppressWarnings("WaitNotInLoop") // whoever calls it does so in a loop
  private void pause(long milliseconds) throws IOException {
    try {
      wait(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    }
  }

  @Override
  public synchronized int available() {
    return unread;
  }

  /** Ends every read and write, now and later. */
  @Override
  public synchronized void close() {
    end = End.CUT;
    pieces.clear();
    unread = 0;
    offset = 0;
    notifyAll();
  }

  private synchronized void put(byte[] bytes, int from, int length) throws IOException {
    while (unread >= MOST_UNREAD && end == End.OPEN) {
      pause(0);
    }
    if (end != End.OPEN) {
      throw new IOException("nobody reads");
    }
    pieces.add(Arrays.copyOfRange(bytes, from, from + length));
    unread += length;
    notifyAll();
  }

  private void ended() {
    boolean complete = connected.getAsBoolean();
    synchronized (this) {
      if (end == End.OPEN) {
        end = complete ? End.COMPLETE : End.CUT;
        notifyAll();
      }
    }
  }

  /** The side of the connection. */
  private final class Entry extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      put(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      put(bytes, from, length);
    }

    @Override
    public void close() {
      ended();
    }
  }
}

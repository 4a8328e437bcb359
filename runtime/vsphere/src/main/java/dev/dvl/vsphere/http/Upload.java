package dev.dvl.vsphere.http;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.VSphereException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Sends a file, piece by piece, and says how much is sent. */
public final class Upload {
  private final Path source;
  private final LongConsumer sent;

  /**
   * Will send a file.
   *
   * @param sent told the number of bytes so far, on a thread of the HTTP client
   */
  public Upload(Path source, LongConsumer sent) {
    this.source = source;
    this.sent = sent;
  }

  /** The size of the file in bytes. */
  public long size() throws VSphereException {
    try {
      return Files.size(source);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Sends it with a method and headers of the caller's, once. */
  public void send(Transport transport, HttpRequest.Builder request, String method, Duration limit)
      throws VSphereException {
    BodyPublisher body =
        BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), Math.max(1, size()));
    HttpRequest built =
        request.method(method, size() == 0 ? BodyPublishers.noBody() : body).build();
    Reply reply = transport.send(built, limit);
    if (!reply.success()) {
      throw new VSphereException(
          Fault.of(
              Kind.OTHER,
              "%s did not take %s: HTTP status %d."
                  .formatted(transport.endpoint(), source.getFileName(), reply.status()),
              ""));
    }
  }

  private InputStream open() {
    try {
      return new Counted(Files.newInputStream(source), sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VSphereException unreadable(IOException e) {
    return new VSphereException(
        Fault.of(Kind.REQUEST, source + " cannot be read: " + e.getMessage() + ".", ""), e);
  }

  /** Counts what is read. */
  private static final class Counted extends FilterInputStream {
    private final LongConsumer sent;
    private long count;

    Counted(InputStream in, LongConsumer sent) {
      super(in);
      this.sent = sent;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) {
      count += more;
      sent.accept(count);
    }
  }
}

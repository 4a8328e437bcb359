package dev.dvl.cli.session;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A unix socket in front of the engine's own, which lets everything pass until one call comes, and
 * holds that one for ever: the request, so that the engine never gets it, or the answer, so that
 * the caller never hears what the engine has done.
 */
final class HoldingProxy implements AutoCloseable {
  private final ServerSocketChannel server;
  private final Path engine;
  private final Path socket;
  private final Pattern call;
  private final boolean answer;
  private final CountDownLatch held = new CountDownLatch(1);

  /**
   * @param call found in the first line of a request: {@code PUT /v1.41/containers/x/archive}
   * @param answer whether the answer is held in place of the request
   */
  HoldingProxy(Path engine, Path socket, Pattern call, boolean answer) throws IOException {
    this.engine = engine;
    this.socket = socket;
    this.call = call;
    this.answer = answer;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform().daemon().name("proxy").start(this::accept);
  }

  String endpoint() {
    return "unix://" + socket;
  }

  /** Waits until the call has come. */
  boolean holds(long seconds) throws InterruptedException {
    return held.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        SocketChannel behind = SocketChannel.open(UnixDomainSocketAddress.of(engine));
        Line line = new Line(client, behind);
        Thread.ofPlatform().daemon().name("requests").start(() -> line.pass(client, behind, true));
        Thread.ofPlatform().daemon().name("answers").start(() -> line.pass(behind, client, false));
      } catch (IOException e) {
        return;
      }
    }
  }

  /** One connection of the caller with its own behind it. */
  private final class Line {
    private final SocketChannel client;
    private final SocketChannel behind;
    private volatile boolean isAsked;

    Line(SocketChannel client, SocketChannel behind) {
      this.client = client;
      this.behind = behind;
    }

    /** A caller sends the next request only once it has the answer, so each begins a piece. */
    void pass(SocketChannel from, SocketChannel to, boolean requests) {
      try (client;
          behind) {
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        while (from.read(piece) >= 0) {
          piece.flip();
          if (isToBeHeld(piece, requests)) {
            held.countDown();
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
            return;
          }
          while (piece.hasRemaining()) {
            to.write(piece);
          }
          piece.clear();
        }
      } catch (IOException e) {
        // The other side has gone.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean isToBeHeld(ByteBuffer piece, boolean requests) {
      if (!requests) {
        return isAsked;
      }
      String text = StandardCharsets.ISO_8859_1.decode(piece.duplicate()).toString();
      boolean found = call.matcher(text.lines().findFirst().orElse("")).find();
      isAsked |= found && answer;
      return found && !answer;
    }
  }
}

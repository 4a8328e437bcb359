package dev.dvl.docker.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between dvl and the SSH server, counts connections, and can cut them. */
public final class Relay implements Closeable {
  private final ServerSocket listening;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  public Relay(int to) throws IOException {
    this(0, to);
  }

  /**
   * @param port where it listens; 0: where there is room
   */
  public Relay(int port, int to) throws IOException {
    this.to = to;
    this.listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  public int connections() {
    return connections.get();
  }

  public void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket in = listening.accept();
        Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
        connections.incrementAndGet();
        open.add(in);
        open.add(out);
        Thread.startVirtualThread(() -> copy(in, out));
        Thread.startVirtualThread(() -> copy(out, in));
      } catch (IOException e) {
        // It was closed, or the server refuses; whoever waits sees the end of its connection.
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // It was cut.
    }
  }
}

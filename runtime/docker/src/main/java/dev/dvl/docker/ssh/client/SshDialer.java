package dev.dvl.docker.ssh.client;

import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshProblem;
import dev.dvl.docker.wire.Dialer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Opens byte streams to the socket of an engine, all of them over one SSH connection. When that is
 * dead, the next stream makes a new one; what the dead one held has ended. For many threads at
 * once: those who come while a connection is being made share it, or why there is none.
 */
public final class SshDialer implements Dialer, Closeable {
  private final Route route;
  private @Nullable Attempt last;
  private boolean closed;

  public SshDialer(Route route) {
    this.route = route;
  }

  /** One try to connect. */
  private static final class Attempt {
    private final Connection connection;
    private final FutureTask<Connection> task;

    Attempt(Route route) {
      connection = new Connection(route);
      task =
          new FutureTask<>(
              () -> {
                connection.open();
                return connection;
              });
    }

    boolean over() {
      return task.isDone() && !connection.alive();
    }

    Connection get() throws IOException {
      task.run(); // does nothing but the first time
      try {
        return task.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException("interrupted");
      } catch (ExecutionException e) {
        throw e.getCause() instanceof SshProblem problem
            ? new SshProblem(problem.code(), problem.sentence(), problem)
            : new IOException("the SSH connection cannot be made", e.getCause());
      }
    }
  }

  @Override
  public Line dial() throws IOException {
    Connection connection = connected();
    try {
      return line(connection);
    } catch (IOException e) {
      if (connection.alive() || isClosed()) {
        throw e;
      }
      return line(connected());
    }
  }

  private Line line(Connection connection) throws IOException {
    try {
      return connection.channels().toSocket(route.socket());
    } catch (Channels.Refused e) {
      throw new SocketTrouble(route, connection).problem(e);
    }
  }

  /** Runs a command on the engine's machine. */
  public RemoteCommand.Ran run(String command, Duration limit) throws IOException {
    return connected().run(command, limit);
  }

  /** Makes sure that there is a connection. */
  public void connect() throws IOException {
    var _ = connected();
  }

  /** Forgets the connection, so that the next one logs in anew. */
  public synchronized void hangUp() {
    if (last != null) {
      last.connection.close();
      last = null;
    }
  }

  private Connection connected() throws IOException {
    return attempt().get();
  }

  private synchronized Attempt attempt() throws IOException {
    if (closed) {
      throw new IOException("the connection was closed");
    }
    Attempt current = last;
    if (current == null || current.over()) {
      current = new Attempt(route);
      last = current;
    }
    return current;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    hangUp();
  }
}

package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import dev.dvl.docker.ssh.Hop;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshProblem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One connection to a machine, with those to the machines on the way: each through the last. */
final class Connection implements Closeable {
  private final Route route;
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  Connection(Route route) {
    this.route = route;
  }

  void open() throws SshProblem {
    try {
      for (Hop hop : route.hops()) {
        log(hop);
      }
    } catch (SshProblem e) {
      close();
      throw e;
    }
  }

  private void log(Hop hop) throws SshProblem {
    SshLogin login = new SshLogin(route, hop);
    Optional<SocketFactory> through =
        sessions.isEmpty() ? Optional.empty() : Optional.of(new Through(channels()));
    Session session = login.session(through);
    sessions.add(session);
    login.connect(session);
    if (closed) {
      session.disconnect();
    }
  }

  boolean alive() {
    return !closed && !sessions.isEmpty() && sessions.stream().allMatch(Session::isConnected);
  }

  Channels channels() {
    return new Channels(sessions.getLast());
  }

  /** The session with the last machine. */
  Session session() {
    return sessions.getLast();
  }

  /** Runs a command on the machine. */
  RemoteCommand.Ran run(String command, Duration limit) throws IOException {
    return new RemoteCommand(sessions.getLast(), command, limit).run();
  }

  @Override
  public void close() {
    closed = true;
    sessions.reversed().forEach(Session::disconnect);
  }

  /** Takes a channel of the machine before for what the library takes for a socket. */
  private record Through(Channels before) implements SocketFactory {
    @Override
    public Socket createSocket(@Nullable String host, int port) throws IOException {
      try {
        return before.toPort(String.valueOf(host), port);
      } catch (Channels.Refused e) {
        throw new IOException("the jump host does not get there", e);
      }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
      return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
      return socket.getOutputStream();
    }
  }
}

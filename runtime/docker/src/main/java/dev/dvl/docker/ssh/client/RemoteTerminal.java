package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelShell;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.dvl.engine.provider.Screen;
import dev.dvl.engine.provider.Streams;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A command on a machine, or its login shell, that a person talks with. The words of a command are
 * joined by blanks and read by the shell there, as with {@code ssh}.
 */
final class RemoteTerminal {
  private static final long PAUSE_NANOS = 10_000_000;

  /** What {@code ssh} ends with where a signal ended the command. */
  private static final int BY_SIGNAL = 255;

  private final Session session;
  private final List<String> words;
  private final Streams streams;

  RemoteTerminal(Session session, List<String> words, Streams streams) {
    this.session = session;
    this.words = words;
    this.streams = streams;
  }

  /** The connection broke before the command ended. */
  static final class Cut extends Exception {
    private static final long serialVersionUID = 1L;

    Cut(@Nullable Throwable cause) {
      super("the SSH connection was cut", cause);
    }
  }

  /** Remembers why it took no more: the library keeps that to itself. */
  private static final class Taken extends FilterOutputStream {
    private @Nullable IOException failed;

    Taken(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
        out.flush();
      } catch (IOException e) {
        failed = e;
        throw e;
      }
    }

    void check() throws IOException {
      if (failed != null) {
        throw failed;
      }
    }
  }

  int run() throws Cut, IOException {
    Taken out = new Taken(streams.out());
    Taken err = new Taken(streams.err());
    try {
      Channel channel = words.isEmpty() ? shell() : command();
      channel.setOutputStream(out, true);
      channel.setExtOutputStream(err, true);
      OutputStream typed = channel.getOutputStream();
      channel.connect();
      streams
          .in()
          .ifPresentOrElse(
              in -> Thread.ofPlatform().daemon().start(() -> feed(in, typed)), () -> close(typed));
      awaitEnd(channel);
      out.check();
      err.check();
      if (!channel.isClosed()) {
        throw new Cut(null);
      }
      return channel.getExitStatus() < 0 ? BY_SIGNAL : channel.getExitStatus();
    } catch (JSchException e) {
      throw new Cut(e);
    }
  }

  private Channel shell() throws JSchException {
    ChannelShell shell = (ChannelShell) session.openChannel("shell");
    shell.setPty(streams.screen().isPresent());
    streams
        .screen()
        .ifPresent(
            screen -> {
              Screen.Size size = screen.size();
              shell.setPtyType(screen.type(), size.columns(), size.rows(), 0, 0);
              screen.onResize(() -> resize(shell::setPtySize, screen.size()));
            });
    return shell;
  }

  private Channel command() throws JSchException {
    ChannelExec command = (ChannelExec) session.openChannel("exec");
    command.setCommand(String.join(" ", words));
    command.setPty(streams.screen().isPresent());
    streams
        .screen()
        .ifPresent(
            screen -> {
              Screen.Size size = screen.size();
              command.setPtyType(screen.type(), size.columns(), size.rows(), 0, 0);
              screen.onResize(() -> resize(command::setPtySize, screen.size()));
            });
    return command;
  }

  /** Columns and rows in characters, then in points. */
  private interface Resizing {
    void to(int columns, int rows, int width, int height);
  }

  private static void resize(Resizing resizing, Screen.Size size) {
    resizing.to(size.columns(), size.rows(), 0, 0);
  }

  /** The status comes after the end of what is written, and the library tells of it to nobody. */
  private void awaitEnd(Channel channel) {
    while (!channel.isClosed() && channel.isConnected() && session.isConnected()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static void feed(InputStream in, OutputStream typed) {
    byte[] buffer = new byte[8 * 1024];
    try {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        typed.write(buffer, 0, got);
        typed.flush();
      }
    } catch (IOException e) {
      // The command has ended, and reads nothing more.
    }
    close(typed);
  }

  private static void close(OutputStream typed) {
    try {
      typed.close();
    } catch (IOException e) {
      // The command has ended, and reads nothing more.
    }
  }
}

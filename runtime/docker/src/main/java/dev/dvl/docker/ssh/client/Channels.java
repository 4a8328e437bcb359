package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectStreamLocal;
import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.dvl.docker.wire.Dialer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Byte streams through one session. */
record Channels(Session session) {

  /** The other side would not open a channel, though the session stands. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    /** {@code SSH_OPEN_ADMINISTRATIVELY_PROHIBITED} (RFC 4254, 5.1). */
    private static final int PROHIBITED = 1;

    private final int reason;

    private Refused(int reason) {
      super("the SSH server would not open a channel");
      this.reason = reason;
    }

    /** Whether it is a matter of what the server allows, as far as it tells. */
    boolean prohibited() {
      return reason == PROHIBITED;
    }
  }

  /** To a unix socket on the machine (OpenSSH's PROTOCOL, 2.4). */
  Dialer.Line toSocket(String path) throws IOException {
    ChannelDirectStreamLocal channel =
        (ChannelDirectStreamLocal) made("direct-streamlocal@openssh.com");
    channel.setSocketPath(path);
    return line(channel);
  }

  /** To a port that the machine can reach. */
  Socket toPort(String host, int port) throws IOException {
    ChannelDirectTCPIP channel = (ChannelDirectTCPIP) made("direct-tcpip");
    channel.setHost(host);
    channel.setPort(port);
    Inbox inbox = new Inbox(channel::isConnected);
    open(channel, inbox);
    return new ChannelSocket(inbox, channel.getOutputStream(), () -> close(channel, inbox));
  }

  private Channel made(String type) throws IOException {
    try {
      Channel channel = session.openChannel(type);
      if (channel == null) {
        throw new IOException("the SSH connection was closed");
      }
      return channel;
    } catch (JSchException e) {
      throw new IOException("the SSH connection was closed", e);
    }
  }

  private Dialer.Line line(ChannelDirectTCPIP channel) throws IOException {
    Inbox inbox = new Inbox(channel::isConnected);
    open(channel, inbox);
    OutputStream out = channel.getOutputStream();
    return new Dialer.Line(inbox, out, out, () -> close(channel, inbox));
  }

  private void open(Channel channel, Inbox inbox) throws IOException {
    channel.setOutputStream(inbox.entry());
    try {
      channel.connect();
    } catch (JSchException e) {
      throw session.isConnected()
          ? new Refused(channel.getExitStatus())
          : new IOException("the SSH connection was cut", e);
    }
    if (!channel.isConnected()) {
      throw new IOException("the SSH connection was cut");
    }
  }

  /**
   * Whoever reads is freed at once. To tell the other side may take as long as it takes to see that
   * a connection is dead.
   */
  private static void close(Channel channel, Inbox inbox) {
    inbox.close();
    Thread.startVirtualThread(channel::disconnect);
  }
}

package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A command that is run on a machine, for what only its own files tell. */
public record RemoteCommand(Session session, String command, Duration limit) {
  private static final int LONGEST = 256 * 1024;
  private static final int CLOSING_LOOKS = 500;

  /**
   * What came of it.
   *
   * @param status its exit status; -1 where the server tells none
   * @param output the beginning of what it wrote
   */
  public record Ran(int status, String output) {}

  Ran run() throws IOException {
    ChannelExec channel = opened();
    Inbox inbox = new Inbox(channel::isConnected);
    inbox.patience((int) limit.toMillis());
    channel.setOutputStream(inbox.entry());
    channel.setCommand(command);
    try {
      channel.connect((int) limit.toMillis());
      String output = new String(inbox.readNBytes(LONGEST), StandardCharsets.UTF_8);
      awaitClosed(channel);
      return new Ran(channel.getExitStatus(), output);
    } catch (JSchException e) {
      throw new IOException("the SSH server runs no commands", e);
    } finally {
      inbox.close();
      channel.disconnect();
    }
  }

  private ChannelExec opened() throws IOException {
    try {
      ChannelExec channel = (ChannelExec) session.openChannel("exec");
      if (channel == null) {
        throw new IOException("the SSH connection was closed");
      }
      return channel;
    } catch (JSchException e) {
      throw new IOException("the SSH connection was closed", e);
    }
  }

  /** The status comes after the end of what is written, and the library tells of it to nobody. */
  private static void awaitClosed(ChannelExec channel) throws IOException {
    for (int i = 0; i < CLOSING_LOOKS && !channel.isClosed(); i++) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }
}

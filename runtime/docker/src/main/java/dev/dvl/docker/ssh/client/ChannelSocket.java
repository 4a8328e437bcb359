package dev.dvl.docker.ssh.client;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A channel in the form of a socket, so that a further session can go through it. */
final class ChannelSocket extends Socket {
  private final Inbox in;
  private final OutputStream out;
  private final Runnable closing;

  ChannelSocket(Inbox in, OutputStream out, Runnable closing) {
    this.in = in;
    this.out = out;
    this.closing = closing;
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public void setSoTimeout(int milliseconds) {
    in.patience(milliseconds);
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void close() {
    closing.run();
  }
}

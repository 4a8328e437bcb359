package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.vim.CurrentTime;
import dev.dvl.vsphere.wire.vim.Login;
import dev.dvl.vsphere.wire.vim.Logout;
import dev.dvl.vsphere.wire.vim.ServiceContent;
import dev.dvl.vsphere.wire.xml.Call;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a session: logs in, logs in again when the server has forgotten it, keeps it from being
 * idle for too long (a server ends it after 30 minutes), and logs out, once.
 */
final class SessionKeeper implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final SoapClient client;
  private final ServiceContent content;
  private final Credentials credentials;
  private final Duration limit;
  private final ReentrantLock renewing = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread pulse;
  private volatile LoggedIn current;
  private volatile Runnable farewell = () -> {};

  SessionKeeper(SoapClient client, ServiceContent content, Credentials credentials, Duration limit)
      throws VSphereException {
    this.client = client;
    this.content = content;
    this.credentials = credentials;
    this.limit = limit;
    this.current = login(1);
    this.pulse = Thread.ofVirtual().name("vsphere-keep-alive").unstarted(this::keepAlive);
  }

  /** Something that is to be done before logging out. */
  void leaving(Runnable before) {
    farewell = before;
  }

  /** Begins to keep the session, now that whoever asked for it can close it. */
  void start() {
    pulse.start();
    OpenSessions.add(this);
  }

  /** How many times it logged in; what the server kept for an earlier login is gone. */
  int logins() {
    return current.number();
  }

  String cookie() {
    return current.cookie();
  }

  String user() {
    return current.user();
  }

  String key() {
    return current.key();
  }

  /** Makes a call; logs in again when the session has ended, because then nothing was done. */
  <R> R call(Call<R> call, Duration within) throws VSphereException {
    LoggedIn used = current;
    try {
      return client.exchange(call, used.cookie(), within).result();
    } catch (VSphereException e) {
      if (!e.fault().type().equals("NotAuthenticated") || closed.get()) {
        throw e;
      }
      renew(used);
      return client.exchange(call, current.cookie(), within).result();
    }
  }

  /** Logs out; what is still under way fails. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    OpenSessions.remove(this);
    pulse.interrupt();
    farewell.run();
    try {
      Logout logout = new Logout(Required.of(content.sessionManager(), "sessions"));
      client.exchange(logout, current.cookie(), FAREWELL);
    } catch (VSphereException e) {
      // The server ends a session by itself when nobody uses it.
    }
    client.transport().close();
  }

  private void renew(LoggedIn used) throws VSphereException {
    renewing.lock();
    try {
      if (current.number() == used.number()) {
        current = login(used.number() + 1);
      }
    } finally {
      renewing.unlock();
    }
  }

  private LoggedIn login(int number) throws VSphereException {
    Login login =
        new Login(
            Required.of(content.sessionManager(), "sessions"),
            credentials.user(),
            credentials.password(),
            "en_US");
    var answer = client.exchange(login, "", limit);
    return new LoggedIn(answer.cookie(), answer.result().key(), answer.result().userName(), number);
  }

  private void keepAlive() {
    while (!closed.get()) {
      try {
        Thread.sleep(IDLE);
        call(new CurrentTime(Vim.SERVICE), limit);
      } catch (InterruptedException e) {
        return;
      } catch (VSphereException e) {
        // Whoever calls next sees the same fault, and has somebody to tell it to.
      }
    }
  }
}

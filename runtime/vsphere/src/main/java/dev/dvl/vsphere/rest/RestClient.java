package dev.dvl.vsphere.rest;

import dev.dvl.vsphere.http.Repeat;
import dev.dvl.vsphere.http.Reply;
import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes REST calls in a session of its own: it logs in at the first call, in the dialect that the
 * server understands, again when the server has forgotten it, and logs out at the end.
 */
public final class RestClient implements AutoCloseable {
  private static final String SESSION = "vmware-api-session-id";
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Transport transport;
  private final Credentials credentials;
  private final Limits limits;
  private final Repeat repeat;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Login login;

  public RestClient(Transport transport, Credentials credentials, Limits limits, Repeat repeat) {
    this.transport = transport;
    this.credentials = credentials;
    this.limits = limits;
    this.repeat = repeat;
  }

  /** A session, and how it is spoken in. */
  private record Login(Dialect dialect, String id) {}

  Dialect dialect() throws VSphereException {
    return current().dialect();
  }

  JsonData get(String path) throws VSphereException {
    return repeat.run(true, () -> call("GET", path, Optional.empty(), limits.answer()));
  }

  /** The answer to a get; empty where there is no such thing. */
  Optional<JsonData> find(String path) throws VSphereException {
    try {
      return Optional.of(get(path));
    } catch (VSphereException failed) {
      if (failed.is(Kind.NOT_FOUND)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** A question that has a body. */
  JsonData ask(String path, Map<String, Object> body) throws VSphereException {
    Optional<String> text = Optional.of(JsonData.write(body));
    return repeat.run(true, () -> call("POST", path, text, limits.answer()));
  }

  JsonData send(String method, String path, Map<String, Object> body) throws VSphereException {
    return send(method, path, body, limits.answer());
  }

  JsonData send(String method, String path, Map<String, Object> body, Duration within)
      throws VSphereException {
    Optional<String> text = Optional.of(JsonData.write(body));
    return repeat.run(false, () -> call(method, path, text, within));
  }

  JsonData delete(String path) throws VSphereException {
    return repeat.run(false, () -> call("DELETE", path, Optional.empty(), limits.answer()));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (login != null) {
        exchange("DELETE", login.dialect().session(), Optional.empty(), login, FAREWELL);
      }
    } catch (VSphereException e) {
      // The server ends a session by itself when nobody uses it.
    } finally {
      login = null;
      lock.unlock();
    }
  }

  private JsonData call(String method, String path, Optional<String> body, Duration within)
      throws VSphereException {
    Login used = current();
    Reply reply = exchange(method, path, body, used, within);
    if (reply.status() == UNAUTHORIZED) {
      forget(used);
      reply = exchange(method, path, body, current(), within);
    }
    return RestAnswers.value(transport.endpoint(), reply);
  }

  private Reply exchange(
      String method, String path, Optional<String> body, Login as, Duration within)
      throws VSphereException {
    HttpRequest.Builder request = transport.to(path).header(SESSION, as.id());
    body.ifPresent(it -> request.header("Content-Type", "application/json"));
    return transport.send(
        request
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
            .build(),
        within);
  }

  private Login current() throws VSphereException {
    lock.lock();
    try {
      Login known = login;
      if (known == null) {
        known = login();
        login = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private void forget(Login used) {
    lock.lock();
    try {
      if (used.equals(login)) {
        login = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private Login login() throws VSphereException {
    for (Dialect dialect : Dialect.values()) {
      Reply reply = logIn(dialect);
      if (reply.status() != NOT_FOUND) {
        return new Login(dialect, id(reply));
      }
    }
    throw new VSphereException(
        Fault.of(
            Kind.REQUEST,
            transport.endpoint() + " has no REST API.",
            "Only vCenter servers have tags and content libraries."));
  }

  private Reply logIn(Dialect dialect) throws VSphereException {
    String both = credentials.user() + ":" + credentials.password();
    String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    return transport.send(
        transport
            .to(dialect.session())
            .header("Authorization", "Basic " + basic)
            .POST(BodyPublishers.noBody())
            .build(),
        limits.answer());
  }

  /** A text, alone or wrapped. */
  private String id(Reply reply) throws VSphereException {
    JsonData answer = RestAnswers.value(transport.endpoint(), reply);
    return answer.text();
  }

  static JsonData parsed(Reply reply) throws IOException {
    return JsonData.read(new String(reply.body(), StandardCharsets.UTF_8));
  }
}

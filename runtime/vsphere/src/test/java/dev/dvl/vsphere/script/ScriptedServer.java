package dev.dvl.vsphere.script;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.wire.xml.XmlIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Serves a {@link TinyCenter} over HTTPS, looks at every request, and makes trouble on demand. */
public final class ScriptedServer implements AutoCloseable {
  /** Shared by the tests of one process. */
  public static final Certificates CERTIFICATES = Certificates.of("IP:127.0.0.1");

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TinyCenter center = new TinyCenter();
  private final StrictRequests strict = new StrictRequests();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  public ScriptedServer() {
    this(CERTIFICATES);
  }

  public ScriptedServer(Certificates certificates) {
    server = certificates.server();
    server.setExecutor(threads);
    server.createContext("/sdk", this::serve);
    server.createContext("/sdk/vimServiceVersions.xml", ScriptedServer::versions);
    server.start();
  }

  public Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.getAddress().getPort());
  }

  /** Fills the inventory with machines. */
  public ScriptedServer with(int machines) {
    center.fill(machines);
    return this;
  }

  /** Makes trouble at one call, counted from 1 over all calls. */
  public void at(int call, Trouble trouble) {
    troubles.put("#" + call, trouble);
  }

  /** Makes trouble at one call of a method, counted from 1. */
  public void at(String method, int call, Trouble trouble) {
    troubles.put(method + "#" + call, trouble);
  }

  /** The methods that were called, in their order. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** What a vCenter server would not have taken. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** The methods that changed something. */
  public List<String> made() {
    return center.made();
  }

  public int logins() {
    return center.logins();
  }

  public int logouts() {
    return center.logouts();
  }

  public int openSessions() {
    return center.open();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Tree call =
        XmlIn.read(exchange.getRequestBody()).child("Body").orElseThrow().children().getFirst();
    Optional<Trouble> trouble = note(call);
    try {
      trouble(exchange, call, trouble.orElse(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private synchronized Optional<Trouble> note(Tree call) {
    calls.add(call.name());
    problems.addAll(strict.check(call));
    int nth = counts.computeIfAbsent(call.name(), it -> new AtomicInteger()).incrementAndGet();
    return Optional.ofNullable(troubles.remove("#" + calls.size()))
        .or(() -> Optional.ofNullable(troubles.remove(call.name() + "#" + nth)));
  }

  private void trouble(HttpExchange exchange, Tree call, @Nullable Trouble trouble)
      throws IOException, InterruptedException {
    switch (trouble) {
      case null -> answer(exchange, call, false);
      case Trouble.Refused(String type, String detail) -> fault(exchange, type, detail);
      case Trouble.Dropped() -> {}
      case Trouble.Lost() -> answer(call, cookie(exchange));
      case Trouble.CutOff() -> answer(exchange, call, true);
      case Trouble.Slow(var delay) -> {
        Thread.sleep(delay);
        answer(exchange, call, false);
      }
      case Trouble.Expired() -> {
        center.expire();
        answer(exchange, call, false);
      }
      case Trouble.Instead(int status, byte[] body, String location) -> {
        if (!location.isEmpty()) {
          exchange.getResponseHeaders().set("Location", location);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void answer(HttpExchange exchange, Tree call, boolean half)
      throws IOException, InterruptedException {
    Reply reply = answer(call, cookie(exchange));
    if (!reply.cookie.isEmpty()) {
      exchange.getResponseHeaders().set("Set-Cookie", reply.cookie + "; Path=/; HttpOnly; Secure");
    }
    byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status, body.length);
    exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
  }

  /** A whole answer. */
  private record Reply(int status, String body, String cookie) {}

  private Reply answer(Tree call, String cookie) throws InterruptedException {
    try {
      TinyCenter.Said said = center.call(call, cookie);
      String name = call.name() + "Response";
      return new Reply(
          200,
          envelope("<%1$s xmlns=\"urn:vim25\">%2$s</%1$s>".formatted(name, said.xml())),
          said.cookie());
    } catch (TinyCenter.Faulty e) {
      return new Reply(500, fault(e.type, e.detail), "");
    }
  }

  private static void fault(HttpExchange exchange, String type, String detail) throws IOException {
    byte[] body = fault(type, detail).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(500, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String fault(String type, String detail) {
    return envelope(
        "<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring></faultstring><detail><%1$sFault xmlns=\"urn:vim25\" xsi:type=\"%1$s\">%2$s</%1$sFault></detail></soapenv:Fault>"
            .formatted(type, detail));
  }

  private static String envelope(String body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>"
        .formatted(body);
  }

  private static String cookie(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).orElse("");
  }

  private static void versions(HttpExchange exchange) throws IOException {
    byte[] body =
        "<namespaces version=\"1.0\"><namespace><name>urn:vim25</name><version>99.0.0.0</version><priorVersions><version>8.0.1.0</version><version>7.0</version></priorVersions></namespace></namespaces>"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

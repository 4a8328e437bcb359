package dev.dvl.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Says what a vCenter said to a plan of {@code vcenter.dvl}, in the words of govmomi's simulator.
 * The answers of a method come in their order, and the last one again and again.
 */
final class StandInVCenter implements Closeable {
  private static final String ANSWERS = "vcenter.answers";
  private static final Pattern SECTION = Pattern.compile("(?m)^-- (\\w+)\n");
  private static final Pattern METHOD = Pattern.compile("Body>\\s*<(\\w+)");
  private static final String ENVELOPE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" \
      xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><e:Body>ANSWER</e:Body></e:Envelope>
      """;

  private final HttpsServer server;
  private final ServerKey key;
  private final Map<String, Deque<String>> answers;

  private StandInVCenter(HttpsServer server, ServerKey key, Map<String, Deque<String>> answers) {
    this.server = server;
    this.key = key;
    this.answers = answers;
  }

  static StandInVCenter start(ServerKey key) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = key.context();
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    StandInVCenter vcenter = new StandInVCenter(server, key, read());
    server.createContext("/", vcenter::answer);
    server.start();
    return vcenter;
  }

  /** The program with the values by which this one is reached. */
  String reached(String program) {
    return program
        .replace("SERVER", "127.0.0.1:" + server.getAddress().getPort())
        .replace("THUMBPRINT", key.thumbprint());
  }

  private static Map<String, Deque<String>> read() throws IOException {
    try (InputStream in = StandInVCenter.class.getResourceAsStream(ANSWERS)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Deque<String>> answers = new HashMap<>();
      Matcher section = SECTION.matcher(all);
      Deque<String> texts = new ArrayDeque<>();
      SECTION.splitAsStream(all).forEach(texts::add);
      texts.remove(); // what stands before the first section
      while (section.find()) {
        answers
            .computeIfAbsent(section.group(1), method -> new ConcurrentLinkedDeque<>())
            .add(texts.remove());
      }
      return answers;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher method = METHOD.matcher(asked);
      String name = method.find() ? method.group(1) : exchange.getRequestMethod();
      Deque<String> left = answers.getOrDefault(name, new ArrayDeque<>());
      if (left.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String text = left.size() > 1 ? left.remove() : left.element();
      byte[] said =
          (name.equals("GET") ? text : ENVELOPE.replace("ANSWER", text))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Set-Cookie", "vmware_soap_session=training; HttpOnly");
      exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
      exchange.sendResponseHeaders(200, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

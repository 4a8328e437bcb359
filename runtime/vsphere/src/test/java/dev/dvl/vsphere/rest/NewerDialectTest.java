package dev.dvl.vsphere.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dvl.vsphere.script.Certificates;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialect of newer servers, which the simulator does not speak. */
class NewerDialectTest {
  private static final Certificates CERTIFICATES = Certificates.of("IP:127.0.0.1");

  /** Fails at once. */
  private static final RestClient.Repeat ONCE =
      new RestClient.Repeat() {
        @Override
        public <R> R run(boolean reads, RestClient.Attempt<R> attempt) throws VSphereException {
          return attempt.make();
        }
      };

  private final List<String> requests = new ArrayList<>();
  private final Set<String> sessions = new HashSet<>();
  private final HttpServer server = CERTIFICATES.server();
  private int logins;

  @BeforeEach
  void start() {
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsAndReadsValuesWithoutWrapping() throws Exception {
    try (RestClient client = client("secret")) {
      Tags tags = new RestTags(client);
      assertThat(tags.categories())
          .containsExactly(new Tags.Category("c-1", "env", "d", true, List.of("VirtualMachine")));
      assertThat(tags.createTag("c-1", "prod", "d")).isEqualTo("t-9");
      Ref vm = new Ref("VirtualMachine", "vm-1");
      tags.attach("t-9", vm);
      assertThat(tags.attached(List.of(vm))).isEqualTo(Map.of(vm, List.of("t-9")));
    }
    assertThat(requests)
        .containsExactly(
            "POST /api/session ",
            "GET /api/cis/tagging/category ",
            "GET /api/cis/tagging/category/c-1 ",
            "POST /api/cis/tagging/tag"
                + " {\"name\":\"prod\",\"description\":\"d\",\"category_id\":\"c-1\"}",
            "POST /api/cis/tagging/tag-association/t-9?action=attach {\"object_id\":ID}",
            "POST /api/cis/tagging/tag-association?action=list-attached-tags-on-objects"
                + " {\"object_ids\":[ID]}",
            "DELETE /api/session ");
    assertThat(sessions).isEmpty();
  }

  @Test
  void logsInAgainWhenTheServerHasForgottenIt() throws Exception {
    try (RestClient client = client("secret")) {
      Tags tags = new RestTags(client);
      tags.categories();
      sessions.clear();
      assertThat(tags.categories()).hasSize(1);
    }
    assertThat(logins).isEqualTo(2);
  }

  @Test
  void saysThatThePasswordIsWrong() throws Exception {
    try (RestClient client = client("wrong")) {
      assertThatThrownBy(() -> new RestTags(client).categories())
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.AUTHENTICATION);
                assertThat(e).hasMessageContaining("Authentication required.");
              });
    }
  }

  private RestClient client(String password) throws Exception {
    Endpoint endpoint = new Endpoint("127.0.0.1", server.getAddress().getPort());
    return new RestClient(
        new Transport(endpoint, new Trust.ByThumbprint(CERTIFICATES.sha256())),
        new Credentials("user", password),
        Limits.USUAL,
        ONCE);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(call + " " + body.replaceAll("\\{[^{}]*\"vm-1\"[^{}]*}", "ID"));
    boolean login = call.equals("POST /api/session");
    boolean known =
        login
            ? exchange
                .getRequestHeaders()
                .getFirst("Authorization")
                .equals("Basic dXNlcjpzZWNyZXQ=")
            : sessions.contains(exchange.getRequestHeaders().getFirst("vmware-api-session-id"));
    answer(exchange, known ? 200 : 401, known ? said(call) : refused());
  }

  private String said(String call) {
    return switch (call) {
      case "POST /api/session" -> {
        String id = "s-" + ++logins;
        sessions.add(id);
        yield "\"" + id + "\"";
      }
      case "DELETE /api/session" -> {
        sessions.clear();
        yield "";
      }
      case "GET /api/cis/tagging/category" -> "[\"c-1\"]";
      case "GET /api/cis/tagging/category/c-1" ->
          "{\"id\":\"c-1\",\"name\":\"env\",\"description\":\"d\",\"cardinality\":\"MULTIPLE\",\"associable_types\":[\"VirtualMachine\"],\"unheard_of\":{}}";
      case "POST /api/cis/tagging/tag" -> "\"t-9\"";
      case "POST /api/cis/tagging/tag-association?action=list-attached-tags-on-objects" ->
          "[{\"object_id\":{\"id\":\"vm-1\",\"type\":\"VirtualMachine\"},\"tag_ids\":[\"t-9\"]}]";
      case String other -> "";
    };
  }

  private static String refused() {
    return "{\"error_type\":\"UNAUTHENTICATED\",\"messages\":[{\"default_message\":\"Authentication"
        + " required.\"}]}";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

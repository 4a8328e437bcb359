package dev.dvl.vsphere.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dvl.vsphere.http.Repeat;
import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.script.Certificates;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialect of newer servers, which the simulator does not speak. */
class NewerDialectTest {
  private static final Certificates CERTIFICATES = Certificates.of("IP:127.0.0.1");

  /** Fails at once. */
  private static final Repeat ONCE =
      new Repeat() {
        @Override
        public <R> R run(boolean reads, Repeat.Attempt<R> attempt) throws VSphereException {
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
  void asksForTheTagsOfOneCategory() throws Exception {
    try (RestClient client = client("secret")) {
      assertThat(new RestTags(client).tagsIn("c-1"))
          .containsExactly(new Tags.Tag("t-9", "c-1", "prod", "d"));
      assertThat(new RestTags(client).tag("t-0")).isEmpty();
    }
    assertThat(requests)
        .contains(
            "POST /api/cis/tagging/tag?action=list-tags-for-category {\"category_id\":\"c-1\"}",
            "GET /api/cis/tagging/tag/t-9 ");
  }

  @Test
  void makesMachinesOfPackagesAndOfTemplates() throws Exception {
    try (RestClient client = client("secret")) {
      RestLibraries libraries = new RestLibraries(client, (through, copy) -> copy.run());
      Libraries.Item found = libraries.find("l-1", "small").getFirst();
      assertThat(found).isEqualTo(new Libraries.Item("i-1", "l-1", "small", "d", "ovf", "4"));
      assertThat(libraries.deploy(deployment(found))).isEqualTo(new Ref("VirtualMachine", "vm-7"));
      Libraries.Item template = new Libraries.Item("i-2", "l-1", "t", "", "vm-template", "1");
      assertThat(libraries.deploy(deployment(template)))
          .isEqualTo(new Ref("VirtualMachine", "vm-8"));
    }
    assertThat(requests)
        .contains(
            "POST /api/content/library/item?action=find"
                + " {\"library_id\":\"l-1\",\"name\":\"small\"}",
            "POST /api/vcenter/ovf/library-item/i-1?action=deploy"
                + " {\"deployment_spec\":{\"name\":\"app\",\"accept_all_EULA\":true,"
                + "\"default_datastore_id\":\"ds-1\"},"
                + "\"target\":{\"resource_pool_id\":\"p-1\",\"folder_id\":\"f-1\"}}",
            "POST /api/vcenter/vm-template/library-items/i-2?action=deploy"
                + " {\"name\":\"app\",\"placement\":{\"folder\":\"f-1\",\"resource_pool\":\"p-1\"},"
                + "\"vm_home_storage\":{\"datastore\":\"ds-1\"},"
                + "\"disk_storage\":{\"datastore\":\"ds-1\"},\"powered_on\":false}");
  }

  private static Libraries.Deployment deployment(Libraries.Item item) {
    return new Libraries.Deployment(
        item,
        "app",
        new Ref("ResourcePool", "p-1"),
        new Ref("Folder", "f-1"),
        Optional.empty(),
        new Ref("Datastore", "ds-1"),
        Duration.ofSeconds(30));
  }

  @Test
  void saysThatAPrivilegeIsMissing() throws Exception {
    try (RestClient client = client("secret")) {
      assertThatThrownBy(() -> new RestTags(client).deleteTag("t-9"))
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.PERMISSION);
                assertThat(e).hasMessageContaining("no privilege to delete tags");
              });
    }
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
    answer(exchange, status(call, known), known ? said(call) : refused());
  }

  private static int status(String call, boolean known) {
    return switch (call) {
      case "DELETE /api/cis/tagging/tag/t-9" -> 403;
      case "GET /api/cis/tagging/tag/t-0" -> 404;
      case String other -> known ? 200 : 401;
    };
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
      case "POST /api/cis/tagging/tag?action=list-tags-for-category" -> "[\"t-9\"]";
      case "GET /api/cis/tagging/tag/t-9" ->
          "{\"id\":\"t-9\",\"category_id\":\"c-1\",\"name\":\"prod\",\"description\":\"d\"}";
      case "DELETE /api/cis/tagging/tag/t-9" ->
          "{\"error_type\":\"UNAUTHORIZED\",\"messages\":[{\"default_message\":\"no privilege to"
              + " delete tags\"}]}";
      case "POST /api/content/library/item?action=find" -> "[\"i-1\"]";
      case "GET /api/content/library/item/i-1" ->
          "{\"id\":\"i-1\",\"library_id\":\"l-1\",\"name\":\"small\",\"description\":\"d\",\"type\":\"ovf\",\"content_version\":\"4\"}";
      case "POST /api/vcenter/ovf/library-item/i-1?action=deploy" ->
          "{\"succeeded\":true,\"resource_id\":{\"type\":\"VirtualMachine\",\"id\":\"vm-7\"}}";
      case "POST /api/vcenter/vm-template/library-items/i-2?action=deploy" -> "\"vm-8\"";
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

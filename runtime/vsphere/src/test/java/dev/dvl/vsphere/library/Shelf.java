package dev.dvl.vsphere.library;

import dev.dvl.engine.json.JsonTree;
import dev.dvl.vsphere.http.Reply;
import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Fills content libraries, as somebody does who is no business of dvl. */
final class Shelf implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String REST = "/rest/com/vmware/";
  private static final String ITEM = REST + "content/library/item";

  private final Transport transport;
  private final String session;

  Shelf(VCenter vcenter) throws Exception {
    this.transport =
        new Transport(Endpoint.of(vcenter.server()), new Trust.ByThumbprint(vcenter.thumbprint()));
    String both = vcenter.user() + ":" + vcenter.password();
    String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    HttpRequest login =
        transport
            .to(REST + "cis/session")
            .header("Authorization", "Basic " + basic)
            .POST(BodyPublishers.noBody())
            .build();
    this.session = String.valueOf(value(transport.send(login, LIMIT)));
  }

  /**
   * Puts an OVF package with one disk into an item. The simulator looks into files that are called
   * as disks are, and there is none here.
   */
  void fill(String item) throws Exception {
    String descriptor = resource("/one-disk.ovf").replace("disk.vmdk", "disk.bin");
    String wanted = "{\"create_spec\": {\"library_item_id\": \"" + item + "\"}}";
    String update = post(ITEM + "/update-session", wanted);
    put(update, "small.ovf", descriptor.getBytes(StandardCharsets.UTF_8));
    put(update, "disk.bin", new byte[18]);
    post(ITEM + "/update-session/id:" + update + "?~action=complete", "{}");
  }

  /** Makes an item of a machine. */
  void template(String library, String name, String machine, String pool, String folder)
      throws Exception {
    post(
        "/rest/vcenter/vm-template/library-items",
        "{\"spec\": {\"library\": \"%s\", \"name\": \"%s\", \"source_vm\": \"%s\", \"placement\": {\"resource_pool\": \"%s\", \"folder\": \"%s\"}}}"
            .formatted(library, name, machine, pool, folder));
  }

  private void put(String update, String name, byte[] content) throws Exception {
    String path = ITEM + "/updatesession/file/id:" + update + "?~action=add";
    String spec =
        "{\"file_spec\": {\"name\": \"%s\", \"source_type\": \"PUSH\", \"size\": %s}}"
            .formatted(name, content.length);
    Map<?, ?> file = (Map<?, ?>) send("POST", path, spec.getBytes(StandardCharsets.UTF_8));
    Map<?, ?> endpoint = (Map<?, ?>) Objects.requireNonNull(file.get("upload_endpoint"));
    send("PUT", URI.create(String.valueOf(endpoint.get("uri"))).getPath(), content);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Shelf.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String post(String path, String body) throws Exception {
    return String.valueOf(send("POST", path, body.getBytes(StandardCharsets.UTF_8)));
  }

  private Object send(String method, String path, byte[] body) throws Exception {
    HttpRequest request =
        transport
            .to(path)
            .header("vmware-api-session-id", session)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    return value(transport.send(request, LIMIT));
  }

  private static Object value(Reply reply) throws IOException {
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    if (!reply.success()) {
      throw new IOException(reply.status() + " " + text);
    }
    Object tree = text.isBlank() ? Map.of() : JsonTree.read(text);
    return tree instanceof Map<?, ?> fields && fields.get("value") != null
        ? Objects.requireNonNull(fields.get("value"))
        : Map.of();
  }

  @Override
  public void close() {
    transport.close();
  }
}

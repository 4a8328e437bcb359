package dev.dvl.vsphere.rest;

import dev.dvl.compiler.syntax.Item;
import dev.dvl.vsphere.session.CopyGate;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Content libraries over REST. */
public final class RestLibraries implements Libraries {
  private static final String LIBRARY = "content/library";
  private static final String LOCAL = "content/local-library";
  private static final String ITEM = "content/library/item";
  private static final String OVF = "vcenter/ovf/library-item";

  private static final String TEMPLATE = "vcenter/vm-template/library-items";

  private final RestClient client;
  private final CopyGate gate;

  public RestLibraries(RestClient client, CopyGate gate) {
    this.client = client;
    this.gate = gate;
  }

  @Override
  public List<Library> libraries() throws VSphereException {
    List<Library> all = new ArrayList<>();
    for (JsonData id : client.get(client.dialect().all(LIBRARY)).each()) {
      JsonData it = client.get(client.dialect().one(LIBRARY, id.text()));
      all.add(new Library(it.text("id"), it.text("name"), it.text("description"), it.text("type")));
    }
    return all;
  }

  @Override
  public List<Item> items(String library) throws VSphereException {
    String path = client.dialect().all(ITEM) + "?library_id=" + library;
    return items(client.get(path));
  }

  @Override
  public List<Item> find(String library, String name) throws VSphereException {
    Dialect dialect = client.dialect();
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("library_id", library);
    spec.put("name", name);
    return items(client.ask(dialect.action(dialect.all(ITEM), "find"), dialect.spec("spec", spec)));
  }

  private List<Item> items(JsonData ids) throws VSphereException {
    List<Item> all = new ArrayList<>();
    for (JsonData id : ids.each()) {
      client
          .find(client.dialect().one(ITEM, id.text()))
          .map(RestLibraries::item)
          .ifPresent(all::add);
    }
    return all;
  }

  private static Item item(JsonData it) {
    return new Item(
        it.text("id"),
        it.text("library_id"),
        it.text("name"),
        it.text("description"),
        it.text("type"),
        it.text("content_version"));
  }

  @Override
  public String create(String name, String description, Ref datastore) throws VSphereException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("description", description);
    fields.put("type", "LOCAL");
    fields.put(
        "storage_backings", List.of(Map.of("type", "DATASTORE", "datastore_id", datastore.id())));
    return post(LOCAL, fields);
  }

  @Override
  public void update(String id, String name, String description) throws VSphereException {
    Dialect dialect = client.dialect();
    Map<String, Object> fields = Map.of("name", name, "description", description);
    client.send("PATCH", dialect.one(LOCAL, id), dialect.spec("update_spec", fields));
  }

  @Override
  public void delete(String id) throws VSphereException {
    client.delete(client.dialect().one(LOCAL, id));
  }

  @Override
  public String createItem(String library, String name, String description, String type)
      throws VSphereException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("library_id", library);
    fields.put("name", name);
    fields.put("description", description);
    fields.put("type", type);
    return post(ITEM, fields);
  }

  @Override
  public void deleteItem(String id) throws VSphereException {
    client.delete(client.dialect().one(ITEM, id));
  }

  @Override
  public Ref deploy(Deployment deployment) throws VSphereException, InterruptedException {
    return gate.pass(
        deployment,
        () ->
            deployment.item().type().equals(Item.TEMPLATE)
                ? ofTemplate(deployment)
                : ofPackage(deployment));
  }

  private Ref ofPackage(Deployment wanted) throws VSphereException {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("name", wanted.name());
    spec.put("accept_all_EULA", true);
    spec.put("default_datastore_id", wanted.datastore().id());
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("resource_pool_id", wanted.pool().id());
    target.put("folder_id", wanted.folder().id());
    wanted.host().ifPresent(it -> target.put("host_id", it.id()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("deployment_spec", spec);
    body.put("target", target);
    Dialect dialect = client.dialect();
    JsonData answer =
        client.send(
            "POST",
            dialect.action(dialect.one(OVF, wanted.item().id()), "deploy"),
            body,
            wanted.limit());
    if (!answer.text("succeeded").equals("true")) {
      throw new VSphereException(
          Fault.of(Kind.OTHER, "the item could not be made a machine.", why(answer)));
    }
    JsonData made = answer.at("resource_id");
    return new Ref(made.text("type"), made.text("id"));
  }

  /** The sentences somewhere in what an answer says of errors. */
  private static String why(JsonData answer) {
    return answer.at("error").at("errors").each().stream()
        .flatMap(it -> it.at("error").at("messages").each().stream())
        .map(it -> it.text("default_message"))
        .collect(Collectors.joining(" "));
  }

  private Ref ofTemplate(Deployment wanted) throws VSphereException {
    Map<String, Object> placement = new LinkedHashMap<>();
    placement.put("folder", wanted.folder().id());
    placement.put("resource_pool", wanted.pool().id());
    wanted.host().ifPresent(it -> placement.put("host", it.id()));
    Map<String, Object> storage = Map.of("datastore", wanted.datastore().id());
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("name", wanted.name());
    spec.put("placement", placement);
    spec.put("vm_home_storage", storage);
    spec.put("disk_storage", storage);
    spec.put("powered_on", false);
    Dialect dialect = client.dialect();
    String path = dialect.later(TEMPLATE, wanted.item().id()) + "?action=deploy";
    JsonData made = client.send("POST", path, dialect.spec("spec", spec), wanted.limit());
    return new Ref("VirtualMachine", made.text());
  }

  private String post(String collection, Map<String, Object> fields) throws VSphereException {
    Dialect dialect = client.dialect();
    return client.send("POST", dialect.all(collection), dialect.spec("create_spec", fields)).text();
  }
}

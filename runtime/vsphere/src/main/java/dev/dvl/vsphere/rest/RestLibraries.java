package dev.dvl.vsphere.rest;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Content libraries over REST. */
public final class RestLibraries implements Libraries {
  private static final String LIBRARY = "content/library";
  private static final String LOCAL = "content/local-library";
  private static final String ITEM = "content/library/item";
  private static final String OVF = "vcenter/ovf/library-item";

  private final RestClient client;

  public RestLibraries(RestClient client) {
    this.client = client;
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
    List<Item> all = new ArrayList<>();
    String path = client.dialect().all(ITEM) + "?library_id=" + library;
    for (JsonData id : client.get(path).each()) {
      JsonData it = client.get(client.dialect().one(ITEM, id.text()));
      all.add(
          new Item(
              it.text("id"),
              it.text("library_id"),
              it.text("name"),
              it.text("description"),
              it.text("type")));
    }
    return all;
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
  public Ref deploy(String item, String name, Ref pool, Ref folder, Optional<Ref> datastore)
      throws VSphereException {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("name", name);
    spec.put("accept_all_EULA", true);
    datastore.ifPresent(it -> spec.put("default_datastore_id", it.id()));
    Map<String, Object> target = Map.of("resource_pool_id", pool.id(), "folder_id", folder.id());
    Dialect dialect = client.dialect();
    JsonData answer =
        client.send(
            "POST",
            dialect.action(dialect.one(OVF, item), "deploy"),
            Map.of("deployment_spec", spec, "target", target));
    if (!answer.text("succeeded").equals("true")) {
      throw new VSphereException(
          Fault.of(Kind.OTHER, "the item could not be made a VM.", answer.text("error")));
    }
    JsonData made = answer.at("resource_id");
    return new Ref(made.text("type"), made.text("id"));
  }

  private String post(String collection, Map<String, Object> fields) throws VSphereException {
    Dialect dialect = client.dialect();
    return client.send("POST", dialect.all(collection), dialect.spec("create_spec", fields)).text();
  }
}

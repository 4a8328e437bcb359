package dev.dvl.vsphere.rest;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags over REST. */
public final class RestTags implements Tags {
  private static final String CATEGORY = "cis/tagging/category";
  private static final String TAG = "cis/tagging/tag";
  private static final String ASSOCIATION = "cis/tagging/tag-association";

  private final RestClient client;

  public RestTags(RestClient client) {
    this.client = client;
  }

  @Override
  public List<Category> categories() throws VSphereException {
    List<Category> all = new ArrayList<>();
    for (JsonData id : client.get(client.dialect().all(CATEGORY)).each()) {
      category(id.text()).ifPresent(all::add);
    }
    return all;
  }

  @Override
  public Optional<Category> category(String id) throws VSphereException {
    return client.find(client.dialect().one(CATEGORY, id)).map(RestTags::category);
  }

  private static Category category(JsonData it) {
    return new Category(
        it.text("id"),
        it.text("name"),
        it.text("description"),
        it.text("cardinality").equals("MULTIPLE"),
        it.at("associable_types").each().stream().map(JsonData::text).toList());
  }

  /** The API lists ids alone, so each tag costs a question. */
  @Override
  public List<Tag> tagsIn(String category) throws VSphereException {
    List<Tag> all = new ArrayList<>();
    String path = client.dialect().tagsIn(TAG, category);
    for (JsonData id : client.ask(path, Map.of("category_id", category)).each()) {
      tag(id.text()).ifPresent(all::add);
    }
    return all;
  }

  @Override
  public Optional<Tag> tag(String id) throws VSphereException {
    return client
        .find(client.dialect().one(TAG, id))
        .map(
            it ->
                new Tag(
                    it.text("id"),
                    it.text("category_id"),
                    it.text("name"),
                    it.text("description")));
  }

  @Override
  public String createCategory(String name, String description, boolean many, List<String> types)
      throws VSphereException {
    Map<String, Object> fields = named(name, description);
    fields.put("cardinality", many ? "MULTIPLE" : "SINGLE");
    fields.put("associable_types", types);
    return create(CATEGORY, fields);
  }

  @Override
  public void updateCategory(Category was, Category wanted) throws VSphereException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", wanted.name());
    fields.put("description", wanted.description());
    if (was.many() != wanted.many()) {
      fields.put("cardinality", wanted.many() ? "MULTIPLE" : "SINGLE");
    }
    if (!was.types().equals(wanted.types())) {
      fields.put("associable_types", wanted.types());
    }
    update(CATEGORY, was.id(), fields);
  }

  @Override
  public void deleteCategory(String id) throws VSphereException {
    client.delete(client.dialect().one(CATEGORY, id));
  }

  @Override
  public String createTag(String category, String name, String description)
      throws VSphereException {
    Map<String, Object> fields = named(name, description);
    fields.put("category_id", category);
    return create(TAG, fields);
  }

  @Override
  public void updateTag(String id, String name, String description) throws VSphereException {
    update(TAG, id, named(name, description));
  }

  @Override
  public void deleteTag(String id) throws VSphereException {
    client.delete(client.dialect().one(TAG, id));
  }

  @Override
  public void attach(String tag, Ref object) throws VSphereException {
    associate(tag, "attach", object);
  }

  @Override
  public void detach(String tag, Ref object) throws VSphereException {
    associate(tag, "detach", object);
  }

  @Override
  public Map<Ref, List<String>> attached(Collection<Ref> objects) throws VSphereException {
    Dialect dialect = client.dialect();
    List<Map<String, Object>> ids = objects.stream().map(RestTags::id).toList();
    JsonData answer =
        client.ask(
            dialect.action(dialect.all(ASSOCIATION), "list-attached-tags-on-objects"),
            Map.of("object_ids", ids));
    Map<Ref, List<String>> attached = new LinkedHashMap<>();
    for (JsonData each : answer.each()) {
      JsonData object = each.at("object_id");
      attached.put(
          new Ref(object.text("type"), object.text("id")),
          each.at("tag_ids").each().stream().map(JsonData::text).toList());
    }
    return attached;
  }

  private String create(String collection, Map<String, Object> fields) throws VSphereException {
    Dialect dialect = client.dialect();
    return client.send("POST", dialect.all(collection), dialect.spec("create_spec", fields)).text();
  }

  private void update(String collection, String id, Map<String, Object> fields)
      throws VSphereException {
    Dialect dialect = client.dialect();
    client.send("PATCH", dialect.one(collection, id), dialect.spec("update_spec", fields));
  }

  private void associate(String tag, String action, Ref object) throws VSphereException {
    Dialect dialect = client.dialect();
    client.send(
        "POST",
        dialect.action(dialect.one(ASSOCIATION, tag), action),
        Map.of("object_id", id(object)));
  }

  private static Map<String, Object> id(Ref object) {
    return Map.of("id", object.id(), "type", object.type());
  }

  private static Map<String, Object> named(String name, String description) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("description", description);
    return fields;
  }
}

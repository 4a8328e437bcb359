package dev.dvl.vsphere.table;

import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags.Category;
import dev.dvl.vsphere.session.Tags.Tag;
import java.util.List;

/** Tags and categories, and the attribute {@code tags} of kinds around machines. */
final class TagRows {
  private static final String EMPTIES_NOTHING = "leaves a text that is to be empty as it is";

  private TagRows() {}

  static List<Row> all() {
    return List.of(
        tagged("folder", "Folder"),
        tagged("resource_pool", "ResourcePool"),
        Row.of("distributed_switch", "tags", "", Row.Outside.NONE)
            .quirk("has no Rename_Task of switches"),
        tagged("distributed_port_group", "DistributedVirtualPortgroup").with("switch = \"DVS0\""),
        Row.of("tag_category", "name", "name = \"tag_category_name\"", TagRows::renameCategory)
            .base(""),
        Row.of("tag_category", "description", "description = \"one\"", TagRows::describeCategory)
            .quirk(EMPTIES_NOTHING),
        Row.of("tag_category", "cardinality", "cardinality = \"multiple\"", Row.Outside.NONE),
        Row.of("tag_category", "types", "types = [\"Folder\"]", TagRows::widen)
            .quirk("takes no empty list of types"),
        Row.of("tag", "name", "name = \"tag_name\"", TagRows::rename).base("category = table"),
        Row.of("tag", "category", "", Row.Outside.NONE)
            .quirk("as a server, leaves a tag in its category"),
        Row.of("tag", "description", "description = \"one\"", TagRows::describe)
            .with("category = table")
            .quirk(EMPTIES_NOTHING));
  }

  private static Row tagged(String kind, String type) {
    return Row.of(
            kind,
            "tags",
            "tags = [mark]",
            (stranger, name) -> {
              Ref object = stranger.called(type, name);
              stranger.session().tags().detach(tag(stranger, "table", "mark").id(), object);
            })
        .stays();
  }

  private static void renameCategory(Stranger stranger, String name) throws Exception {
    Category it = category(stranger, name);
    change(
        stranger, it, new Category(it.id(), name + "2", it.description(), it.many(), it.types()));
  }

  private static void describeCategory(Stranger stranger, String name) throws Exception {
    Category it = category(stranger, name);
    change(stranger, it, new Category(it.id(), name, "two", it.many(), it.types()));
  }

  private static void widen(Stranger stranger, String name) throws Exception {
    Category it = category(stranger, name);
    List<String> types = List.of("Folder", "VirtualMachine");
    change(stranger, it, new Category(it.id(), name, it.description(), it.many(), types));
  }

  private static void change(Stranger stranger, Category was, Category wanted) throws Exception {
    stranger.session().tags().updateCategory(was, wanted);
  }

  private static void rename(Stranger stranger, String name) throws Exception {
    stranger.session().tags().updateTag(tag(stranger, "table", name).id(), name + "2", "");
  }

  private static void describe(Stranger stranger, String name) throws Exception {
    stranger.session().tags().updateTag(tag(stranger, "table", name).id(), name, "two");
  }

  private static Category category(Stranger stranger, String name) throws Exception {
    return stranger.session().tags().categories().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no category " + name));
  }

  private static Tag tag(Stranger stranger, String category, String name) throws Exception {
    return stranger.session().tags().tagsIn(category(stranger, category).id()).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no tag " + name));
  }
}

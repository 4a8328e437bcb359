package dev.dvl.vsphere.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tags and libraries of the vCenter simulator, which speaks the older dialect. */
class SimulatorTagsTest {

  @Test
  void makesAttachesAndRemovesTags() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      Tags tags = session.tags();
      Ref folder = session.inventory().byPath("/DC0/vm").orElseThrow();
      String category = tags.createCategory(name(), "d", true, List.of("Folder"));
      String name = name();
      String tag = tags.createTag(category, name, "the description");
      assertThat(tags.tagsIn(category))
          .contains(new Tags.Tag(tag, category, name, "the description"));

      tags.attach(tag, folder);
      assertThat(tags.attached(List.of(folder)).get(folder)).contains(tag);
      tags.detach(tag, folder);
      assertThat(tags.attached(List.of(folder)).getOrDefault(folder, List.of()))
          .doesNotContain(tag);

      String other = name();
      tags.updateTag(tag, other, "another");
      assertThat(tags.tagsIn(category)).contains(new Tags.Tag(tag, category, other, "another"));
      tags.deleteTag(tag);
      tags.deleteCategory(category);
      assertThat(tags.categories()).noneMatch(it -> it.id().equals(category));
    }
  }

  @Test
  void saysThatATagIsNotThere() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      assertThatThrownBy(() -> session.tags().deleteTag("no-such-tag"))
          .isInstanceOfSatisfying(
              VSphereException.class, e -> assertThat(e.fault().kind()).isEqualTo(Kind.NOT_FOUND));
    }
  }

  @Test
  void makesAndRemovesLibraries() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      Libraries libraries = session.libraries();
      Ref datastore = session.inventory().byPath("/DC0/datastore/LocalDS_0").orElseThrow();
      String name = name();
      String library = libraries.create(name, "d", datastore);
      assertThat(libraries.libraries())
          .contains(new Libraries.Library(library, name, "d", "LOCAL"));
      String item = libraries.createItem(library, "image", "i", "ovf");
      assertThat(libraries.items(library))
          .containsExactly(new Libraries.Item(item, library, "image", "i", "ovf", "1"));
      libraries.deleteItem(item);
      libraries.delete(library);
      assertThat(libraries.libraries()).noneMatch(it -> it.id().equals(library));
    }
  }

  private static String name() {
    return "dvl-" + UUID.randomUUID().toString().substring(0, 8);
  }
}

package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.TagAttribute;
import dev.dvl.stdlib.TagCategoryPart;
import dev.dvl.stdlib.TagPart;
import dev.dvl.stdlib.TagSpec;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Tags.Tag;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags. One stays in the category that it was made in. */
final class TagType implements LabelType {
  static final String KIND = KindName.TAG.word();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Label> byId(TagBook book, String id) throws VSphereException {
    Optional<Tag> tag = book.tag(id);
    return tag.isPresent() ? label(book, tag.get()) : Optional.empty();
  }

  @Override
  public Optional<Label> byName(TagBook book, String name) throws VSphereException {
    List<Tag> called = book.called(name);
    return called.size() == 1 ? label(book, called.getFirst()) : Optional.empty();
  }

  private static Optional<Label> label(TagBook book, Tag it) throws VSphereException {
    return book.category(it.category())
        .map(
            category ->
                new Label(
                    it.id(),
                    category.name() + "/" + it.name(),
                    Map.of(
                        "name", Value.text(it.name()),
                        "category", Value.text(category.name()),
                        "description", Value.text(it.description()))));
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    TagPart tag = TagPart.of(wanted.values());
    Optional<String> category =
        tag.category()
            .known()
            .flatMap(link -> link.given().or(() -> reading.wanted(link).flatMap(TagType::name)));
    return category.flatMap(it -> tag.name().known().map(name -> it + "/" + name));
  }

  private static Optional<String> name(Instance category) {
    return TagCategoryPart.of(category.values()).name().known();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading, TagBook book)
      throws VSphereException {
    Optional<String> name = TagPart.of(wanted.values()).category().known().flatMap(Link::given);
    if (name.isPresent()) {
      try {
        book.categoryNamed(name.get());
      } catch (NameProblem wrong) {
        return List.of(Finds.wrong(wanted, Optional.of(TagAttribute.CATEGORY.path()), wrong));
      }
    }
    return List.of();
  }

  @Override
  public String create(Tags tags, Value.ObjectOf want) throws VSphereException, NameProblem {
    TagSpec tag = TagSpec.of(want.fields());
    Optional<String> made = tag.category().objectId();
    String category =
        made.isPresent()
            ? made.get()
            : new TagBook(tags).categoryNamed(tag.category().given().orElseThrow()).id();
    return tags.createTag(category, tag.name().orElseThrow(), tag.description().orElse(""));
  }

  @Override
  public void update(Tags tags, String id, Value.ObjectOf want, boolean whole)
      throws VSphereException {
    TagPart part = TagPart.of(want.fields());
    Tag was = tags.tag(id).orElseThrow(() -> VSphereException.gone("The tag " + id));
    tags.updateTag(
        id,
        part.name().orElse(was.name()),
        LabelType.text(part.description(), whole, was.description()));
  }

  @Override
  public List<String> keeping(Tags tags, String id) {
    return List.of();
  }

  @Override
  public void remove(Tags tags, String id) throws VSphereException {
    tags.deleteTag(id);
  }
}

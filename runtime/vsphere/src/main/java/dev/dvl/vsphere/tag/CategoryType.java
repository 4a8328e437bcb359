package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.TagCategoryCardinality;
import dev.dvl.stdlib.TagCategoryPart;
import dev.dvl.stdlib.TagCategorySpec;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Tags.Category;
import dev.dvl.vsphere.session.Tags.Tag;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Categories. One goes only when it is empty: the server would remove what is in it. */
final class CategoryType implements LabelType {
  static final String KIND = KindName.TAG_CATEGORY.word();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Label> byId(TagBook book, String id) throws VSphereException {
    return book.category(id).map(CategoryType::label);
  }

  @Override
  public Optional<Label> byName(TagBook book, String name) throws VSphereException {
    return book.categoryCalled(name).map(CategoryType::label);
  }

  private static Label label(Category it) {
    return new Label(
        it.id(),
        it.name(),
        Map.of(
            "name", Value.text(it.name()),
            "description", Value.text(it.description()),
            "cardinality", Value.text(it.many() ? "multiple" : "single"),
            "types", Value.SetOf.of(it.types().stream().map(Value::text).toList())));
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return TagCategoryPart.of(wanted.values()).name().known();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading, TagBook book) {
    return List.of();
  }

  @Override
  public String create(Tags tags, Value.ObjectOf want) throws VSphereException {
    TagCategorySpec category = TagCategorySpec.of(want.fields());
    return tags.createCategory(
        category.name().orElseThrow(),
        category.description().orElse(""),
        category.cardinality().filter(TagCategoryCardinality.MULTIPLE::equals).isPresent(),
        category.types().orElse(List.of()));
  }

  @Override
  public void update(Tags tags, String id, Value.ObjectOf want, boolean whole)
      throws VSphereException {
    TagCategoryPart part = TagCategoryPart.of(want.fields());
    Category was = tags.category(id).orElseThrow(() -> VSphereException.gone("The category " + id));
    boolean many =
        (part.cardinality().isSet() || whole)
            ? part.cardinality().is(TagCategoryCardinality.MULTIPLE)
            : was.many();
    List<String> types =
        (part.types().isSet() || whole) ? types(was, Field.elements(part.types())) : was.types();
    tags.updateCategory(
        was,
        new Category(
            id,
            part.name().orElse(was.name()),
            LabelType.text(part.description(), whole, was.description()),
            many,
            types));
  }

  /** The server takes only a list that goes on from the one that it has. */
  private static List<String> types(Category was, List<String> wanted) {
    if (!wanted.containsAll(was.types())) {
      return wanted;
    }
    List<String> all = new ArrayList<>(was.types());
    wanted.stream().filter(it -> !all.contains(it)).forEach(all::add);
    return all;
  }

  @Override
  public List<String> keeping(Tags tags, String id) throws VSphereException {
    return tags.tagsIn(id).stream().map(Tag::name).map(it -> "`" + it + "` is in it.").toList();
  }

  @Override
  public void remove(Tags tags, String id) throws VSphereException {
    tags.deleteCategory(id);
  }
}

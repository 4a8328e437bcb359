package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.TagCategoryCardinality;
import dev.dvl.stdlib.TagCategoryPart;
import dev.dvl.stdlib.TagPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.session.Tags.Category;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be told of the tags of a resource before they are attached. */
public final class TagFindings {
  private final Instance wanted;
  private final VSphereKind kind;
  private final Reading reading;
  private final List<Finding> found = new ArrayList<>();
  private final Set<String> single = new HashSet<>();

  private TagFindings(Instance wanted, VSphereKind kind, Reading reading) {
    this.wanted = wanted;
    this.kind = kind;
    this.reading = reading;
  }

  public static List<Finding> of(Instance wanted, VSphereKind kind, Reading reading)
      throws VSphereException {
    List<Link> tags = Tagged.tags(wanted.values());
    if (tags.isEmpty()) {
      return List.of();
    }
    if (!reading.site().session().about().vcenter()) {
      return Finds.needsVCenter(wanted, reading.site());
    }
    TagFindings findings = new TagFindings(wanted, kind, reading);
    for (Link tag : tags) {
      findings.look(tag);
    }
    return findings.found;
  }

  private void look(Link tag) throws VSphereException {
    try {
      Optional<String> path = tag.given();
      Optional<Rules> rules = path.isPresent() ? outside(path.get()) : inProgram(tag);
      rules.ifPresent(this::check);
    } catch (NameProblem wrong) {
      found.add(Finds.wrong(wanted, Optional.of(Tagged.TAGS.path()), wrong));
    }
  }

  /** What a category says of what its tags may be on. */
  private record Rules(String category, boolean many, List<String> types) {
    static Rules of(Category it) {
      return new Rules(it.name(), it.many(), it.types());
    }
  }

  private Optional<Rules> outside(String path) throws VSphereException, NameProblem {
    TagBook book = TagBook.of(reading);
    return book.category(book.named(path).category()).map(Rules::of);
  }

  private Optional<Rules> inProgram(Link tag) throws VSphereException {
    Optional<Link> category =
        reading.wanted(tag).flatMap(it -> TagPart.of(it.values()).category().known());
    Optional<String> name = category.flatMap(Link::given);
    return name.isPresent()
        ? TagBook.of(reading).categoryCalled(name.get()).map(Rules::of)
        : category.flatMap(reading::wanted).map(TagFindings::rules);
  }

  private static Rules rules(Instance category) {
    TagCategoryPart part = TagCategoryPart.of(category.values());
    return new Rules(
        part.name().orElse(category.address().toString()),
        part.cardinality().is(TagCategoryCardinality.MULTIPLE),
        Field.elements(part.types()));
  }

  private void check(Rules rules) {
    String type = kind.taggedAs().orElse("");
    if (!rules.types().isEmpty() && !rules.types().contains(type)) {
      unfit(
          "Tags of the category `%s` are not for a %s.".formatted(rules.category(), wanted.kind()),
          "They are for " + String.join(", ", rules.types()) + ", and this is a " + type + ".");
    }
    if (!rules.many() && !single.add(rules.category())) {
      unfit(
          "An object has only one tag of the category `%s`.".formatted(rules.category()),
          "With `cardinality = \"multiple\"` a category allows several.");
    }
  }

  private void unfit(String text, String note) {
    found.add(
        new Finding(
            Codes.UNFIT_TAG,
            wanted.address(),
            Optional.of(Tagged.TAGS.path()),
            text,
            List.of(note)));
  }
}

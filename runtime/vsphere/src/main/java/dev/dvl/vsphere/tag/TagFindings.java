package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
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
  private final Reading reading;
  private final List<Finding> found = new ArrayList<>();
  private final Set<String> single = new HashSet<>();

  private TagFindings(Instance wanted, Reading reading) {
    this.wanted = wanted;
    this.reading = reading;
  }

  public static List<Finding> of(Instance wanted, Reading reading) throws VSphereException {
    if (!(wanted.value(Tagged.TAGS) instanceof Value.SetOf(var tags)) || tags.isEmpty()) {
      return List.of();
    }
    if (!reading.site().session().about().vcenter()) {
      return Finds.needsVCenter(wanted, reading.site());
    }
    TagFindings findings = new TagFindings(wanted, reading);
    for (Value tag : tags) {
      findings.look(tag);
    }
    return findings.found;
  }

  private void look(Value tag) throws VSphereException {
    try {
      Optional<Rules> rules =
          tag instanceof Value.Text(String path) ? outside(path) : inProgram(tag);
      rules.ifPresent(this::check);
    } catch (NameProblem wrong) {
      found.add(Finds.wrong(wanted, Optional.of(Path.of(Tagged.TAGS)), wrong));
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

  private Optional<Rules> inProgram(Value tag) throws VSphereException {
    Value category = reading.wanted(tag).map(it -> it.value("category")).orElse(Value.Null.NULL);
    return category instanceof Value.Text(String name)
        ? TagBook.of(reading).categoryCalled(name).map(Rules::of)
        : reading.wanted(category).map(TagFindings::rules);
  }

  private static Rules rules(Instance category) {
    List<String> types = new ArrayList<>();
    if (category.value("types") instanceof Value.SetOf(var elements)) {
      for (Value element : elements) {
        if (element instanceof Value.Text(String type)) {
          types.add(type);
        }
      }
    }
    return new Rules(
        LabelType.name(category).orElse(category.address().toString()),
        category.value("cardinality").equals(Value.text("multiple")),
        types);
  }

  private void check(Rules rules) {
    String type = Tagged.type(wanted.kind()).orElse("");
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
            Optional.of(Path.of(Tagged.TAGS)),
            text,
            List.of(note)));
  }
}

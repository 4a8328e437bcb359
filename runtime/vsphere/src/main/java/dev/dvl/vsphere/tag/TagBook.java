package dev.dvl.vsphere.tag;

import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Tags.Category;
import dev.dvl.vsphere.session.Tags.Tag;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tags and categories by id and by name. Each is asked for when it is needed and then known, so
 * that what is asked depends on how many tags a program speaks of, and not on what bears them.
 */
public final class TagBook {
  /** What the ids of tags and categories begin with on every server. */
  private static final String URN = "urn:vmomi:InventoryService";

  private final Tags tags;
  private final Map<String, Optional<Category>> categories = new HashMap<>();
  private final Map<String, Optional<Tag>> known = new HashMap<>();
  private final Map<String, List<Tag>> within = new HashMap<>();
  private Optional<List<Category>> all = Optional.empty();

  public TagBook(Tags tags) {
    this.tags = tags;
  }

  /** The book of one bulk read. */
  static TagBook of(Reading reading) throws VSphereException {
    return reading.noted().once(TagBook.class, () -> new TagBook(reading.site().session().tags()));
  }

  /** Whether a text is an id, and no name. */
  static boolean isId(String text) {
    return text.startsWith(URN);
  }

  List<Category> categories() throws VSphereException {
    if (all.isEmpty()) {
      List<Category> read = tags.categories();
      read.forEach(it -> categories.put(it.id(), Optional.of(it)));
      all = Optional.of(read);
    }
    return all.get();
  }

  Optional<Category> category(String id) throws VSphereException {
    Optional<Category> there = categories.get(id);
    if (there == null) {
      there = tags.category(id);
      categories.put(id, there);
    }
    return there;
  }

  Optional<Category> categoryCalled(String name) throws VSphereException {
    return categories().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  Category categoryNamed(String name) throws VSphereException, NameProblem {
    Optional<Category> found = categoryCalled(name);
    if (found.isEmpty()) {
      throw NameProblem.missing(
          "category", name, categories().stream().map(Category::name).toList());
    }
    return found.get();
  }

  Optional<Tag> tag(String id) throws VSphereException {
    Optional<Tag> there = known.get(id);
    if (there == null) {
      there = tags.tag(id);
      known.put(id, there);
    }
    return there;
  }

  List<Tag> within(Category category) throws VSphereException {
    List<Tag> there = within.get(category.id());
    if (there == null) {
      there = tags.tagsIn(category.id());
      there.forEach(it -> known.put(it.id(), Optional.of(it)));
      within.put(category.id(), there);
    }
    return there;
  }

  /** How a program would write a tag: {@code category/name}. */
  Optional<String> path(String tag) throws VSphereException {
    Optional<Tag> there = tag(tag);
    return there.isPresent() ? path(there.get()) : Optional.empty();
  }

  Optional<String> path(Tag tag) throws VSphereException {
    return category(tag.category()).map(category -> category.name() + "/" + tag.name());
  }

  /** All tags that are written so: names may have slashes in them. */
  List<Tag> called(String path) throws VSphereException {
    List<Tag> found = new ArrayList<>();
    for (Category category : maybe(path)) {
      String name = path.substring(category.name().length() + 1);
      within(category).stream().filter(it -> it.name().equals(name)).forEach(found::add);
    }
    return found;
  }

  /** The one tag that a program writes so. */
  public Tag named(String path) throws VSphereException, NameProblem {
    List<Tag> found = called(path);
    if (found.size() > 1) {
      throw NameProblem.several("tag", path, which(found));
    }
    if (found.isEmpty()) {
      throw missing(path);
    }
    return found.getFirst();
  }

  private List<String> which(List<Tag> found) throws VSphereException {
    List<String> which = new ArrayList<>();
    for (Tag tag : found) {
      String category = category(tag.category()).map(Category::name).orElse("");
      which.add("One is `" + tag.name() + "` in the category `" + category + "`.");
    }
    return which;
  }

  private NameProblem missing(String path) throws VSphereException {
    List<Category> maybe = maybe(path);
    if (maybe.isEmpty()) {
      int slash = path.indexOf('/');
      return NameProblem.missing(
          "category",
          slash < 0 ? path : path.substring(0, slash),
          categories().stream().map(Category::name).toList());
    }
    List<String> paths = new ArrayList<>();
    for (Category category : maybe) {
      within(category).forEach(it -> paths.add(category.name() + "/" + it.name()));
    }
    return NameProblem.missing("tag", path, paths);
  }

  private List<Category> maybe(String path) throws VSphereException {
    return categories().stream().filter(it -> path.startsWith(it.name() + "/")).toList();
  }
}

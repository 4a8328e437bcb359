package dev.dvl.vsphere.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags and their categories; only vCenter servers have them. */
public interface Tags {
  List<Category> categories() throws VSphereException;

  /** A category by its id; empty where there is none. */
  Optional<Category> category(String id) throws VSphereException;

  /** The tags of a category. */
  List<Tag> tagsIn(String category) throws VSphereException;

  /** A tag by its id; empty where there is none. */
  Optional<Tag> tag(String id) throws VSphereException;

  /** Makes a category; returns its id. */
  String createCategory(String name, String description, boolean many, List<String> types)
      throws VSphereException;

  /**
   * Makes a category like {@code wanted}, which has its id; sends what differs. The server refuses
   * fewer tags on an object, and fewer types.
   */
  void updateCategory(Category was, Category wanted) throws VSphereException;

  /** Removes a category, with all tags in it. */
  void deleteCategory(String id) throws VSphereException;

  /** Makes a tag; returns its id. */
  String createTag(String category, String name, String description) throws VSphereException;

  void updateTag(String id, String name, String description) throws VSphereException;

  /** Removes a tag from wherever it is attached, and then altogether. */
  void deleteTag(String id) throws VSphereException;

  /** Attaches a tag; one that is attached stays so. */
  void attach(String tag, Ref object) throws VSphereException;

  /** Takes a tag off; one that is not attached is no fault. */
  void detach(String tag, Ref object) throws VSphereException;

  /** The ids of the tags on each object that has one, with one question for all. */
  Map<Ref, List<String>> attached(Collection<Ref> objects) throws VSphereException;

  /**
   * A category.
   *
   * @param many whether an object may have several of its tags
   * @param types the types of objects that may have its tags; empty is all
   */
  record Category(String id, String name, String description, boolean many, List<String> types) {
    public Category {
      types = List.copyOf(types);
    }
  }

  /** A tag, in a category by its id. */
  record Tag(String id, String category, String name, String description) {}
}

package dev.dvl.vsphere.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tags and their categories; only vCenter servers have them. */
public interface Tags {
  List<Category> categories() throws VSphereException;

  List<Tag> tags() throws VSphereException;

  /** Makes a category; returns its id. */
  String createCategory(String name, String description, boolean many, List<String> types)
      throws VSphereException;

  void updateCategory(String id, String name, String description) throws VSphereException;

  void deleteCategory(String id) throws VSphereException;

  /** Makes a tag; returns its id. */
  String createTag(String category, String name, String description) throws VSphereException;

  void updateTag(String id, String name, String description) throws VSphereException;

  void deleteTag(String id) throws VSphereException;

  void attach(String tag, Ref object) throws VSphereException;

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

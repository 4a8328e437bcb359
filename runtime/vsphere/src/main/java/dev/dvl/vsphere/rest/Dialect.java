package dev.dvl.vsphere.rest;

import java.util.Map;

/**
 * How the REST API is spoken: newer servers have it under {@code /api}, older ones and the
 * simulator under {@code /rest}, where each value comes wrapped.
 */
enum Dialect {
  API,
  REST;

  /** The path to log in at. */
  String session() {
    return switch (this) {
      case API -> "/api/session";
      case REST -> "/rest/com/vmware/cis/session";
    };
  }

  /** The path of a collection such as {@code cis/tagging/tag}. */
  String all(String collection) {
    return switch (this) {
      case API -> "/api/" + collection;
      case REST -> "/rest/com/vmware/" + collection;
    };
  }

  /** The path of one member. */
  String one(String collection, String id) {
    return switch (this) {
      case API -> all(collection) + "/" + id;
      case REST -> all(collection) + "/id:" + id;
    };
  }

  /** The path of a member of a collection that came after the older dialect. */
  String later(String collection, String id) {
    return switch (this) {
      case API -> "/api/" + collection + "/" + id;
      case REST -> "/rest/" + collection + "/" + id;
    };
  }

  /** The path that lists the tags of a category. */
  String tagsIn(String collection, String category) {
    return switch (this) {
      case API -> action(all(collection), "list-tags-for-category");
      case REST -> action(one(collection, category), "list-tags-for-category");
    };
  }

  /** What is done to what is at a path. */
  String action(String path, String action) {
    return switch (this) {
      case API -> path + "?action=" + action;
      case REST -> path + "?~action=" + action;
    };
  }

  /** A body that makes or changes something; {@code name} is {@code create_spec} or the like. */
  Map<String, Object> spec(String name, Map<String, Object> fields) {
    return switch (this) {
      case API -> fields;
      case REST -> Map.of(name, fields);
    };
  }
}

package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;
import java.util.Optional;

/** What differs between tags and categories. */
interface LabelType {
  /** The name of the kind: {@code tag}. */
  String kind();

  Optional<Label> byId(TagBook book, String id) throws VSphereException;

  /** What is written so in programs; empty where there is none, or where there are several. */
  Optional<Label> byName(TagBook book, String name) throws VSphereException;

  /** How a wanted one is written; empty where that is not known yet. */
  Optional<String> called(Instance wanted, Reading reading);

  List<Finding> findings(Instance wanted, Reading reading, TagBook book) throws VSphereException;

  /** Makes one; returns its id. */
  String create(Tags tags, Value.ObjectOf want) throws VSphereException, NameProblem;

  /**
   * Makes one as it is wanted.
   *
   * @param whole whether what is not said gets its default; otherwise it stays as it is
   */
  void update(Tags tags, String id, Value.ObjectOf want, boolean whole) throws VSphereException;

  /** Why one must stay although it is to go: one sentence each, nothing where it may go. */
  List<String> keeping(Tags tags, String id) throws VSphereException;

  void remove(Tags tags, String id) throws VSphereException;

  /** A text that is wanted; its default, or what is there, where the program says nothing. */
  static String text(Field<String> want, boolean whole, String there) {
    return want.orElse(whole ? "" : there);
  }
}

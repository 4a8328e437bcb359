package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the smallest places inside an attribute at which the wanted and the live value differ. */
record FieldSearch(Equivalence same, Optional<Stamp> stamp) {

  /**
   * @param open what is wanted, secrets as terms
   * @param full the same with secrets filled in
   */
  List<FieldDifference.Field> differing(
      Attribute attribute, Path path, Value open, Value full, Value was) {
    List<FieldDifference.Field> found = new ArrayList<>();
    split(attribute, path, open, full, was, found);
    return found;
  }

  private void split(
      Attribute attribute,
      Path path,
      Value open,
      Value full,
      Value was,
      List<FieldDifference.Field> found) {
    if (same.same(full, was)) {
      return;
    }
    if (!Entries.has(open) || !Entries.has(full) || !Entries.has(was)) {
      found.add(field(attribute, path, open, was));
      return;
    }
    SortedSet<String> keys = new TreeSet<>(Entries.of(full).keySet());
    keys.addAll(Entries.of(was).keySet());
    boolean object = open instanceof Value.ObjectOf;
    for (String key : keys) {
      split(
          attribute,
          object ? path.field(key) : path.entry(key),
          Entries.get(Entries.of(open), key),
          Entries.get(Entries.of(full), key),
          Entries.get(Entries.of(was), key),
          found);
    }
  }

  private FieldDifference.Field field(Attribute attribute, Path path, Value open, Value was) {
    boolean secret = SecretPlaces.isSecret(open);
    boolean hidden = !was.isNull() && SecretPlaces.hides(stamp, attribute, path, open);
    return new FieldDifference.Field(
        path, hidden ? FieldDifference.Field.HIDDEN : was, open, secret || hidden);
  }
}

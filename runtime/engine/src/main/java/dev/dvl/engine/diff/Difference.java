package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares one live object with what is wanted, attribute by attribute as the schema says.
 *
 * <p>Yields facts alone. What is secret is compared in memory and leaves this class as a term.
 */
public final class Difference {
  private final Known known;
  private final Fingerprints fingerprints;
  private final Targets targets;
  private final Live live;
  private final Unset unset;
  private final FieldSearch fields;
  private final SharedSets shared;
  private final List<FieldDifference> found = new ArrayList<>();

  private Difference(
      Known known, Fingerprints fingerprints, Targets targets, KindRule rule, Live live) {
    this.known = known;
    this.fingerprints = fingerprints;
    this.targets = targets;
    this.live = live;
    this.unset = new Unset(rule, live.stamp());
    this.fields = new FieldSearch(new Equivalence(targets), live.stamp());
    this.shared = new SharedSets(targets);
  }

  /** The attributes of {@code live} that are not as {@code wanted} (set and resolved values). */
  public static List<FieldDifference> of(
      KindSchema kind,
      Map<String, Value> wanted,
      Live live,
      Known known,
      Fingerprints fingerprints,
      Targets targets,
      KindRule rule) {
    Difference difference = new Difference(known, fingerprints, targets, rule, live);
    for (Attribute attribute : kind.attributes()) {
      String name = attribute.name();
      difference.attribute(
          attribute,
          Path.of(name),
          wanted.getOrDefault(name, Value.Null.NULL),
          difference.shown(attribute),
          Optional.ofNullable(live.defaults().get(name)));
    }
    for (Block block : kind.blocks()) {
      difference.block(block, wanted.getOrDefault(block.name(), Value.Null.NULL));
    }
    return difference.found;
  }

  private Value shown(Attribute attribute) {
    Value value = live.value(attribute.name());
    return value.isNull() && attribute.isName() ? Value.text(live.ref().name()) : value;
  }

  private void attribute(
      Attribute attribute, Path path, Value wanted, Value shown, Optional<Value> platform) {
    switch (attribute.readback()) {
      case NEVER -> {}
      case HASH -> hashed(attribute, path, wanted);
      case VALUE ->
          unset
              .effective(attribute, wanted, platform)
              .ifPresent(value -> compare(attribute, path, wanted, value, shown, platform));
    }
  }

  private void compare(
      Attribute attribute,
      Path path,
      Value wanted,
      Value effective,
      Value shown,
      Optional<Value> platform) {
    boolean defaultKnown = unset.fallback(attribute, platform).isPresent();
    Value was = unset.compared(attribute, path, wanted, shown, defaultKnown, shared);
    Value it = known.inMemory(effective);
    Value full = it;
    Value open = known.open(effective);
    if (attribute.by().isPresent()) {
      Identified elements = new Identified(attribute.by().get(), targets);
      open = elements.wanted(open);
      full = elements.wanted(full);
      was = elements.live(was);
    }
    List<FieldDifference.Field> differing = fields.differing(attribute, path, open, full, was);
    if (!differing.isEmpty()) {
      found.add(FieldDifference.of(attribute, it, shown, differing));
    }
  }

  /** What the platform does not show is known by the fingerprint in the birth record alone. */
  private void hashed(Attribute attribute, Path path, Value wanted) {
    if (live.stamp().isEmpty()) {
      return;
    }
    Map<String, String> prints = live.stamp().get().fingerprints();
    SortedMap<Path, Value> parts = Printed.parts(path, wanted);
    List<FieldDifference.Field> differing = new ArrayList<>();
    parts.forEach(
        (part, value) -> {
          String before = prints.get(part.toString());
          if (!fingerprints.of(value).equals(before)) {
            boolean secret = SecretPlaces.isSecret(value);
            Value was = before == null ? Value.Null.NULL : FieldDifference.Field.HIDDEN;
            differing.add(new FieldDifference.Field(part, was, known.open(value), secret));
          }
        });
    Set<String> still = parts.keySet().stream().map(Path::toString).collect(Collectors.toSet());
    boolean dropped =
        prints.keySet().stream()
            .anyMatch(name -> Printed.isPart(name, path) && !still.contains(name));
    if (dropped && differing.isEmpty()) {
      Value left = known.open(wanted);
      boolean secret = SecretPlaces.isSecret(wanted);
      differing.add(new FieldDifference.Field(path, FieldDifference.Field.HIDDEN, left, secret));
    }
    if (!differing.isEmpty()) {
      boolean printed = prints.keySet().stream().anyMatch(name -> Printed.isPart(name, path));
      Value was = printed ? FieldDifference.Field.HIDDEN : Value.Null.NULL;
      found.add(FieldDifference.of(attribute, wanted, was, differing));
    }
  }

  private void block(Block block, Value wanted) {
    Path path = Path.of(block.name());
    Value was = live.value(block.name());
    Value defaults = live.defaults().getOrDefault(block.name(), Value.Null.NULL);
    if (!block.labelled()) {
      block(block, path, wanted, was, defaults);
      return;
    }
    SortedSet<String> labels = new TreeSet<>(Entries.of(wanted).keySet());
    labels.addAll(Entries.of(was).keySet());
    for (String label : labels) {
      int before = found.size();
      Value entry = Entries.get(Entries.of(wanted), label);
      Value there = Entries.get(Entries.of(was), label);
      block(block, path.entry(label), entry, there, Entries.get(Entries.of(defaults), label));
      if (there.isNull() && found.size() > before) {
        added(block, path.entry(label), entry, found.subList(before, found.size()));
      }
    }
  }

  /** What is added is one thing, and costs what the block says, not what its parts say. */
  private void added(Block block, Path path, Value wanted, List<FieldDifference> parts) {
    parts.clear();
    boolean secret = SecretPlaces.isSecret(wanted);
    found.add(
        new FieldDifference(
            block.added().orElse(block.impact()),
            known.inMemory(wanted),
            Value.Null.NULL,
            List.of(new FieldDifference.Field(path, Value.Null.NULL, known.open(wanted), secret))));
  }

  private void block(Block block, Path path, Value wanted, Value was, Value defaults) {
    if (wanted.isNull() && defaults.isNull() && !was.isNull()) {
      dropped(block, path, was);
      return;
    }
    Value meant = wanted.isNull() ? defaults : wanted;
    for (Attribute attribute : block.attributes()) {
      String name = attribute.name();
      Value inner = Entries.get(Entries.of(meant), name);
      if (meant.isNull() && attribute.readback() == Attribute.Readback.VALUE) {
        continue;
      }
      attribute(
          attribute,
          path.field(name),
          inner,
          Entries.get(Entries.of(was), name),
          Optional.ofNullable(Entries.of(defaults).get(name)));
    }
  }

  private void dropped(Block block, Path path, Value was) {
    if (unset.made() || unset.named(path)) {
      found.add(
          new FieldDifference(
              block.removed().orElse(block.impact()),
              Value.Null.NULL,
              was,
              List.of(new FieldDifference.Field(path, was, Value.Null.NULL, false))));
    }
  }
}

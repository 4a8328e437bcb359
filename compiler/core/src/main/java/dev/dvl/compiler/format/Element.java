package dev.dvl.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands between two separators: an item, a field, an element of a list, an argument; with the
 * comments that belong to it. It is put together while a file is read, and then only looked at.
 */
final class Element {
  /** Comments on lines of their own before it. */
  final List<Leaf> above = new ArrayList<>();

  final List<Part> parts = new ArrayList<>();

  /** Comments behind it on its last line. */
  final List<Leaf> behind = new ArrayList<>();

  /** Whether it is written as it stands, because it cannot be read. */
  boolean verbatim;

  /** How wide it is on one line, and whether it can be on one. */
  private int width;

  private boolean multiline;
  private boolean foldable;

  boolean isEmpty() {
    return parts.isEmpty();
  }

  int start() {
    return above.isEmpty() ? parts.getFirst().start() : above.getFirst().start();
  }

  int end() {
    return parts.getLast().end();
  }

  /** How many line ends stand before it and its comments. */
  int lines() {
    return above.isEmpty() ? parts.getFirst().lines() : above.getFirst().lines();
  }

  /** Sums up the parts: called once, when all of them are there. */
  void finish() {
    int last = parts.size() - 1;
    for (int i = 0; i < last; i++) {
      if (parts.get(i) instanceof Group group && group.shape() == Group.Shape.ARGUMENTS) {
        group.fix();
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean breaks = i > 0 && part.lines() > 0;
      width += part.width() + (i > 0 && Spacing.between(this, i) ? 1 : 0);
      multiline |= part.isMultiline() || breaks;
      foldable |= part instanceof Group group && group.hasFoldable();
    }
    for (Leaf comment : behind) {
      multiline |= comment.text().indexOf('\n') >= 0;
    }
  }

  int width() {
    return width;
  }

  boolean isMultiline() {
    return multiline;
  }

  /** Whether a bracket in it may be broken to make it narrower. */
  boolean isFoldable() {
    return foldable;
  }

  boolean hasComments() {
    return !above.isEmpty() || !behind.isEmpty();
  }

  boolean endsInLineComment() {
    return behind.stream().anyMatch(it -> it.kind() == Leaf.Kind.LINE_COMMENT);
  }

  /** The bracket that is all there is of it. */
  Optional<Group> onlyGroup() {
    return parts.size() == 1 && !hasComments() && parts.getFirst() instanceof Group group
        ? Optional.of(group)
        : Optional.empty();
  }

  /** Whether it is a name with its value. */
  boolean isAttribute() {
    return !verbatim
        && parts.size() > 2
        && isKey(parts.getFirst())
        && parts.get(1) instanceof Leaf sign
        && sign.is("=");
  }

  /** Whether this is its first word or sign. */
  boolean startsWith(String word) {
    return parts.stream()
        .filter(part -> !(part instanceof Leaf leaf && leaf.isComment()))
        .findFirst()
        .filter(part -> part instanceof Leaf leaf && leaf.is(word))
        .isPresent();
  }

  private static boolean isKey(Part part) {
    return switch (part) {
      case Leaf leaf -> leaf.kind() == Leaf.Kind.WORD || leaf.kind() == Leaf.Kind.TEXT;
      case Group group -> group.shape() == Group.Shape.KEY;
    };
  }
}

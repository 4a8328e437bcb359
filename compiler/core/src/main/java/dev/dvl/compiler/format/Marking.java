package dev.dvl.compiler.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be read, and is therefore written as it stands. */
final class Marking {
  private Marking() {}

  /** Marks the innermost item or field around {@code offset}. */
  static void innermost(Group file, int offset) {
    @Nullable Element found = null;
    @Nullable Group group = file;
    while (group != null) {
      @Nullable Element element = elementAt(group, offset);
      if (element == null) {
        break;
      }
      found = group.hasLines() ? element : found;
      group = groupAt(element, offset);
    }
    if (found != null) {
      found.verbatim = true;
    }
  }

  /** Marks the whole item of the file around {@code offset}. */
  static void outermost(Group file, int offset) {
    @Nullable Element element = elementAt(file, offset);
    if (element != null) {
      element.verbatim = true;
    }
  }

  /**
   * The last element that starts at or before {@code offset}; at the start of a file, its first.
   */
  private static @Nullable Element elementAt(Group group, int offset) {
    List<Element> elements = group.elements;
    int low = 0;
    int high = elements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (elements.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return group.shape() == Group.Shape.FILE && !elements.isEmpty() ? elements.getFirst() : null;
    }
    return elements.get(low - 1);
  }

  /** The brackets among the parts of {@code element} that stand around {@code offset}. */
  private static @Nullable Group groupAt(Element element, int offset) {
    List<Part> parts = element.parts;
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0
            && parts.get(low - 1) instanceof Group group
            && group.open().end() <= offset
            && offset <= group.close().start()
        ? group
        : null;
  }
}

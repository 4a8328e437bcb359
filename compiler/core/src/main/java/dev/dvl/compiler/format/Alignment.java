package dev.dvl.compiler.format;

import java.util.List;

/**
 * How many spaces more stand before each {@code =}, so that those of neighbouring attributes on one
 * line each stand below one another. A blank line, a comment and anything else ends a run.
 */
final class Alignment {
  private final List<Element> elements;
  private final int indent;
  private final int[] spaces;
  private final boolean[] aligned;

  private Alignment(List<Element> elements, int indent) {
    this.elements = elements;
    this.indent = indent;
    this.spaces = new int[elements.size()];
    this.aligned = new boolean[elements.size()];
  }

  /** For each element of a group, whose elements stand at {@code indent}. */
  static int[] of(Group group, int indent) {
    Alignment alignment = new Alignment(group.elements, indent);
    if (group.shape() == Group.Shape.BRACES) {
      alignment.align();
    }
    return alignment.spaces;
  }

  private void align() {
    for (int i = 0; i < aligned.length; i++) {
      aligned[i] = elements.get(i).isAttribute() && fits(i, 0);
    }
    runs();
    boolean all = true;
    for (int i = 0; i < aligned.length; i++) { // what would not fit stays out of its run
      aligned[i] &= fits(i, spaces[i]);
      all &= aligned[i] || spaces[i] == 0;
    }
    if (!all) {
      runs();
    }
  }

  private boolean fits(int index, int more) {
    Element element = elements.get(index);
    return !element.isMultiline()
        && (!element.isFoldable() || indent + element.width() + more <= Width.PAGE);
  }

  private void runs() {
    int from = 0;
    while (from < aligned.length) {
      int to = from + 1;
      while (to < aligned.length && aligned[from] && aligned[to] && follows(to)) {
        to++;
      }
      run(from, to);
      from = to;
    }
  }

  private boolean follows(int index) {
    Element element = elements.get(index);
    return element.above.isEmpty() && element.lines() < 2;
  }

  private void run(int from, int to) {
    int widest = 0;
    for (int i = from; i < to; i++) {
      widest = aligned[i] ? Math.max(widest, key(i)) : widest;
    }
    for (int i = from; i < to; i++) {
      spaces[i] = aligned[i] ? widest - key(i) : 0;
    }
  }

  private int key(int index) {
    return elements.get(index).parts.getFirst().width();
  }
}

package dev.dvl.compiler.format;

import java.util.ArrayList;
import java.util.List;

/** A pair of brackets that is still open while a file is read. */
final class Frame {
  final Group group;
  Element element = new Element();

  /** Comments of which it is not known yet where they belong. */
  private final List<Leaf> waiting = new ArrayList<>();

  /** Whether a type stands here, where {@code <} opens a bracket. */
  boolean type;

  /** Whether the head of a loop is being read: up to {@code in}, and up to its colon. */
  boolean names;

  boolean loop;

  Frame(Group group, boolean type) {
    this.group = group;
    this.type = type;
  }

  void comment(Leaf comment) {
    waiting.add(comment);
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /** Decides where the comments before {@code next}, which is part of an element, belong. */
  void beforePart(Leaf next) {
    if (element.isEmpty()) {
      takeBehind(next);
      int above = waiting.size();
      int lines = next.lines();
      while (above > 0 && lines == 0 && waiting.get(above - 1).kind() == Leaf.Kind.BLOCK_COMMENT) {
        lines = waiting.get(--above).lines();
      }
      element.above.addAll(waiting.subList(0, above));
      waiting.subList(0, above).clear();
    }
    element.parts.addAll(waiting);
    waiting.clear();
  }

  /** Ends the element at a comma, a line end or a closing bracket. */
  void endElement(Leaf end) {
    if (element.isEmpty()) {
      return;
    }
    int same = onSameLine();
    for (Leaf comment : waiting.subList(0, same)) {
      boolean inside = end.kind() == Leaf.Kind.COMMA && comment.kind() == Leaf.Kind.BLOCK_COMMENT;
      if (inside) {
        element.parts.add(comment);
      } else {
        element.behind.add(comment);
      }
    }
    waiting.subList(0, same).clear();
    group.elements.add(element);
    element = new Element();
    type = group.shape() == Group.Shape.ANGLES;
    names = false;
    loop = false;
  }

  /** Whether a comment waits that would document what follows. */
  boolean hasDocumentation() {
    return waiting.stream().anyMatch(it -> it.text().startsWith("///"));
  }

  /** Keeps a comma that parts documentation from what follows, on a line of its own. */
  void keep(Leaf comma) {
    List<Leaf> documentation = List.copyOf(waiting);
    waiting.clear();
    endElement(comma);
    element.above.addAll(documentation);
    element.parts.add(comma.as(Leaf.Kind.SIGN));
    endElement(comma);
  }

  /** Ends the bracket. */
  void end(Leaf close) {
    endElement(close);
    takeBehind(close);
    group.foot.addAll(waiting);
    waiting.clear();
    group.finish(close);
  }

  /** Gives comments that stand alone behind the last element, or the bracket, to it. */
  private void takeBehind(Leaf next) {
    int same = onSameLine();
    boolean alone = same < waiting.size() || next.lines() > 0;
    boolean last = next.kind() == Leaf.Kind.CLOSE;
    if (!group.elements.isEmpty() && (alone || last)) {
      move(same, group.elements.getLast().behind);
    } else if (group.shape() != Group.Shape.FILE && group.elements.isEmpty() && alone) {
      move(same, group.head);
    }
  }

  private void move(int count, List<Leaf> to) {
    to.addAll(waiting.subList(0, count));
    waiting.subList(0, count).clear();
  }

  /** How many of the comments stand on the line of what comes before them. */
  private int onSameLine() {
    int same = 0;
    while (same < waiting.size() && waiting.get(same).lines() == 0) {
      same++;
    }
    return same;
  }
}

package dev.dvl.compiler.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes a tree of brackets and elements out of a row of leaves. One pass, linear. */
final class Grouping {
  private static final Leaf EDGE = new Leaf(Leaf.Kind.CLOSE, "", 0, 0, 1, true, false);

  private final Deque<Frame> open = new ArrayDeque<>();
  private final List<Integer> unread = new ArrayList<>();
  private final List<Integer> unbalanced = new ArrayList<>();

  private Grouping() {
    open.push(new Frame(new Group(Group.Shape.FILE, EDGE), /* type= */ false));
  }

  /**
   * A file as a tree.
   *
   * @param unread where text stands that is no word and no sign
   * @param unbalanced where brackets do not fit one another
   */
  record Grouped(Group file, List<Integer> unread, List<Integer> unbalanced) {}

  static Grouped of(List<Leaf> leaves) {
    Grouping grouping = new Grouping();
    leaves.forEach(grouping::take);
    return grouping.finish();
  }

  private Grouped finish() {
    int end = Integer.MAX_VALUE;
    while (open.size() > 1) {
      unbalanced.add(open.element().group.start());
      close(new Leaf(Leaf.Kind.CLOSE, "", end, end, 0, /* missing= */ true, false));
    }
    Frame file = open.pop();
    file.end(EDGE);
    return new Grouped(file.group, unread, unbalanced);
  }

  private void take(Leaf leaf) {
    if (leaf.missing()) {
      unbalanced.add(leaf.start());
    }
    switch (leaf.kind()) {
      case LINE_COMMENT, BLOCK_COMMENT -> frame().comment(leaf);
      case COMMA -> comma(leaf);
      case NEWLINE -> separate(leaf);
      case OPEN -> open(leaf);
      case CLOSE -> closeAll(leaf);
      case SIGN -> sign(leaf);
      case WORD -> word(leaf);
      case NUMBER, TEXT, UNARY -> add(leaf);
      case JUNK -> {
        unread.add(leaf.start());
        add(leaf);
      }
    }
  }

  private Frame frame() {
    return open.element();
  }

  private void add(Leaf leaf) {
    Frame frame = frame();
    if (!leaf.missing()) {
      frame.beforePart(leaf);
      frame.element.parts.add(frame.type ? leaf.typed() : leaf);
    }
  }

  private void comma(Leaf leaf) {
    if (frame().names) {
      add(leaf.as(Leaf.Kind.SIGN));
    } else if (frame().group.hasLines() && frame().hasDocumentation()) {
      frame().keep(leaf);
    } else {
      frame().endElement(leaf);
    }
  }

  private void separate(Leaf newline) {
    closeAngles();
    frame().endElement(newline);
  }

  private void open(Leaf leaf) {
    Frame outer = frame();
    outer.beforePart(leaf);
    boolean behind = Spacing.endsOperand(outer.element, outer.element.parts.size() - 1);
    Group.Shape shape =
        switch (leaf.text()) {
          case "{" -> Group.Shape.BRACES;
          case "(" -> behind ? Group.Shape.ARGUMENTS : Group.Shape.PARENTHESES;
          default -> behind ? Group.Shape.INDEX : list(outer);
        };
    boolean type =
        switch (shape) {
          case PARENTHESES -> outer.type;
          case INDEX -> startsWith(outer.element, "block");
          case BRACES, LIST, KEY, ARGUMENTS, ANGLES, FILE -> false;
        };
    open.push(new Frame(new Group(shape, leaf), type));
  }

  /** What a bracket is that stands behind no value: a key before its sign, or a list. */
  private static Group.Shape list(Frame outer) {
    List<Part> parts = outer.element.parts;
    boolean first = parts.stream().allMatch(Grouping::isComment);
    boolean behindHead = !first && parts.getLast() instanceof Leaf colon && colon.is(":");
    return outer.group.shape() == Group.Shape.BRACES && (first || behindHead)
        ? Group.Shape.KEY
        : Group.Shape.LIST;
  }

  private void closeAll(Leaf leaf) {
    closeAngles();
    if (open.size() > 1) {
      close(leaf);
    } else {
      unbalanced.add(leaf.start());
      add(leaf.as(Leaf.Kind.JUNK));
    }
  }

  private void close(Leaf leaf) {
    Frame inner = open.pop();
    inner.end(leaf);
    frame().element.parts.add(inner.group);
  }

  /** Ends type arguments that nothing has ended. */
  private void closeAngles() {
    while (frame().group.shape() == Group.Shape.ANGLES) {
      Group group = frame().group;
      unbalanced.add(group.start());
      int end = group.open().end();
      close(new Leaf(Leaf.Kind.CLOSE, "", end, end, 0, /* missing= */ true, false));
    }
  }

  private void sign(Leaf leaf) {
    Frame frame = frame();
    if (leaf.is("<") && frame.type) {
      frame.beforePart(leaf);
      open.push(new Frame(new Group(Group.Shape.ANGLES, leaf), /* type= */ true));
    } else if (leaf.is(">") && frame.group.shape() == Group.Shape.ANGLES) {
      close(leaf.as(Leaf.Kind.CLOSE));
    } else if (leaf.is("-")) {
      minus(leaf);
    } else {
      boolean joins = !frame.hasWaiting() && (leaf.is("=") || leaf.is("->") || leaf.is(":"));
      add(joins ? leaf.onLine() : leaf);
    }
    if (leaf.is(":")) {
      frame.type = !frame.loop;
      frame.loop = false;
    } else if (leaf.is("=")) {
      frame.type = declaresType(frame.element);
      frame.names = false;
      frame.loop = false;
    }
  }

  private void minus(Leaf leaf) {
    Frame frame = frame();
    frame.beforePart(leaf);
    boolean subtracts = Spacing.endsOperand(frame.element, frame.element.parts.size() - 1);
    add(subtracts ? leaf : leaf.as(Leaf.Kind.UNARY));
  }

  private void word(Leaf leaf) {
    Frame frame = frame();
    boolean first = frame.element.parts.stream().allMatch(Grouping::isComment);
    add(leaf.is("else") && goesOn(frame) ? leaf.onLine() : leaf);
    if (first && leaf.is("for")) {
      frame.loop = true;
      frame.names = true;
    } else if (leaf.is("in")) {
      frame.names = false;
    } else if (leaf.is("where")) {
      frame.type = false;
    }
  }

  /** Whether an {@code else} comes behind the braces of an item. */
  private static boolean goesOn(Frame frame) {
    List<Part> parts = frame.element.parts;
    return frame.group.hasLines()
        && !frame.hasWaiting()
        && startsWith(frame.element, "if")
        && parts.getLast() instanceof Group last
        && last.shape() == Group.Shape.BRACES;
  }

  private static boolean declaresType(Element element) {
    List<Part> parts = element.parts;
    int name = parts.size() - 2;
    return name > 0
        && parts.get(name) instanceof Leaf named
        && named.kind() == Leaf.Kind.WORD
        && parts.get(name - 1) instanceof Leaf word
        && word.is("type");
  }

  private static boolean startsWith(Element element, String word) {
    return !element.isEmpty() && element.parts.getFirst() instanceof Leaf leaf && leaf.is(word);
  }

  private static boolean isComment(Part part) {
    return part instanceof Leaf leaf && leaf.isComment();
  }
}

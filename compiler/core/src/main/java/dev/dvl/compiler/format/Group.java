package dev.dvl.compiler.format;

import java.util.ArrayList;
import java.util.List;

/** All that stands in a pair of brackets. */
final class Group implements Part {
  /** What a pair of brackets is for: that decides how it is broken. */
  enum Shape {
    /** A file: brackets that nobody writes. */
    FILE,
    /** Items, fields or arms in braces. */
    BRACES,
    /** Elements of a list. */
    LIST,
    /** A computed key before its sign. */
    KEY,
    /** A key behind a name. */
    INDEX,
    /** What a function takes or is given. */
    ARGUMENTS,
    /** An expression or type in parentheses. */
    PARENTHESES,
    /** Types in a type. */
    ANGLES
  }

  private final Shape shape;
  private final Leaf open;

  /** Comments behind the opening bracket. */
  final List<Leaf> head = new ArrayList<>();

  final List<Element> elements = new ArrayList<>();

  /** Comments before the closing bracket. */
  final List<Leaf> foot = new ArrayList<>();

  private Leaf close;
  private int width;
  private boolean broken;
  private boolean multiline;
  private boolean opensLine;
  private boolean hasFoldable;
  private boolean fixed;

  Group(Shape shape, Leaf open) {
    this.shape = shape;
    this.open = open;
    this.close = open;
  }

  /** Notes where it ends, and sums up what is in it. */
  void finish(Leaf closing) {
    close = closing;
    elements.forEach(Element::finish);
    int gaps = Math.max(0, elements.size() - 1) * 2 + (shape == Shape.BRACES && !isEmpty() ? 2 : 0);
    width = Width.of(open.text()) + gaps + Width.of(close.text());
    boolean inside = false;
    for (Element element : elements) {
      width += element.width();
      inside |= element.isMultiline();
      broken |= element.lines() > 0 || !element.above.isEmpty() || element.endsInLineComment();
      width += element.behind.stream().mapToInt(it -> it.width() + 1).sum();
    }
    broken |= !head.isEmpty() || !isFootInline() || (close.lines() > 0 && !isEmpty());
    broken |= inside && (shape == Shape.BRACES || elements.size() > 1);
    width += foot.stream().mapToInt(it -> it.width() + 1).sum();
    multiline = inside || broken;
    sum();
  }

  private void sum() {
    boolean inside = !isRigid() && elements.stream().anyMatch(Element::isFoldable);
    hasFoldable = isFoldable() || inside;
    opensLine = multiline || isFoldable() || (isHull() && inside);
  }

  /** Notes that its item goes on behind it: then it is not broken to make a line narrower. */
  void fix() {
    fixed = true;
    sum();
  }

  /** Whether nothing in it is broken to make a line narrower. */
  boolean isRigid() {
    return fixed;
  }

  private boolean isFootInline() {
    return foot.isEmpty()
        || (elements.isEmpty()
            && close.lines() == 0
            && foot.stream().allMatch(it -> it.lines() == 0 && !it.isMultiline()));
  }

  Shape shape() {
    return shape;
  }

  Leaf open() {
    return open;
  }

  Leaf close() {
    return close;
  }

  boolean isEmpty() {
    return elements.isEmpty() && foot.isEmpty();
  }

  /** Whether its elements stand on lines of their own, as it is written. */
  boolean isBroken() {
    return broken;
  }

  /** Whether line ends separate its elements, and not commas. */
  boolean hasLines() {
    return shape == Shape.BRACES || shape == Shape.FILE;
  }

  /** Whether a comma may stand behind its last element. */
  boolean takesTrailingComma() {
    boolean loop = elements.getFirst().startsWith("for");
    return switch (shape) {
      case LIST -> !loop || elements.size() > 1;
      case ARGUMENTS, ANGLES -> true;
      case FILE, BRACES, KEY, INDEX, PARENTHESES -> false;
    };
  }

  /** Whether it may be broken where its line is too long. */
  boolean isFoldable() {
    return !fixed && !elements.isEmpty() && (elements.size() > 1 || foldsAlone());
  }

  private boolean foldsAlone() {
    return switch (shape) {
      case BRACES -> true;
      case LIST, ARGUMENTS -> !isHull();
      case FILE, KEY, INDEX, PARENTHESES, ANGLES -> false;
    };
  }

  /** Whether it, or something in it, may be broken where its line is too long. */
  boolean hasFoldable() {
    return hasFoldable;
  }

  /** Whether its line may end behind its opening bracket. */
  boolean opensLine() {
    return opensLine;
  }

  /** Whether all there is in it are further brackets, which are broken in its place. */
  boolean isHull() {
    return elements.size() == 1 && elements.getFirst().onlyGroup().isPresent();
  }

  @Override
  public int start() {
    return open.start();
  }

  @Override
  public int end() {
    return close.end();
  }

  @Override
  public int lines() {
    return open.lines();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public boolean isMultiline() {
    return multiline;
  }
}

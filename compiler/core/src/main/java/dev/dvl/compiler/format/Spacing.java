package dev.dvl.compiler.format;

import java.util.Set;

/** Where a space stands between two neighbours on a line. */
final class Spacing {
  private static final Set<String> TIGHT_BEFORE = Set.of(".", "?.", ":", "?", ",", "..", "..<");
  private static final Set<String> TIGHT_BEHIND = Set.of(".", "?.", "@", "..", "..<", "!");

  /** Words behind which an expression starts, so that a bracket behind them is none of theirs. */
  private static final Set<String> BEFORE_VALUES =
      Set.of("if", "then", "else", "for", "in", "on", "match", "where");

  private static final Set<String> STATEMENTS = Set.of("assert", "expect");
  private static final Set<String> QUALIFIERS = Set.of("secret", "known");

  private Spacing() {}

  /** Whether a space stands before the part at {@code index}, which is not the first. */
  static boolean between(Element element, int index) {
    Part left = element.parts.get(index - 1);
    Part right = element.parts.get(index);
    if (isComment(left) || isComment(right)) {
      return true;
    }
    if (left instanceof Leaf leaf
        && (leaf.kind() == Leaf.Kind.UNARY || isSign(leaf, TIGHT_BEHIND))) {
      return false;
    }
    return switch (right) {
      case Leaf leaf -> !isSign(leaf, TIGHT_BEFORE) && !isGreaterEqual(left, leaf);
      case Group group ->
          switch (group.shape()) {
            case ANGLES, INDEX -> false;
            case ARGUMENTS, PARENTHESES, LIST -> !endsOperand(element, index - 1);
            case BRACES, KEY, FILE -> true;
          };
    };
  }

  private static boolean isGreaterEqual(Part left, Leaf right) {
    return right.is("=") && left instanceof Leaf leaf && leaf.is(">");
  }

  /** Whether a bracket behind the part at {@code index} belongs to it, and a minus subtracts. */
  static boolean endsOperand(Element element, int index) {
    return index >= 0
        && switch (element.parts.get(index)) {
          case Group ignored -> true;
          case Leaf leaf ->
              switch (leaf.kind()) {
                case NUMBER, TEXT -> true;
                case WORD -> !isBeforeValue(element, index, leaf);
                case SIGN -> leaf.is("?");
                case OPEN, CLOSE, COMMA, NEWLINE, UNARY, LINE_COMMENT, BLOCK_COMMENT, JUNK -> false;
              };
        };
  }

  private static boolean isBeforeValue(Element element, int index, Leaf word) {
    boolean member = index > 0 && element.parts.get(index - 1) instanceof Leaf dot && isDot(dot);
    return !member
        && (BEFORE_VALUES.contains(word.text())
            || (index == 0 && STATEMENTS.contains(word.text()))
            || (word.inType() && QUALIFIERS.contains(word.text())));
  }

  private static boolean isDot(Leaf leaf) {
    return leaf.is(".") || leaf.is("?.");
  }

  private static boolean isComment(Part part) {
    return part instanceof Leaf leaf && leaf.isComment();
  }

  private static boolean isSign(Leaf leaf, Set<String> signs) {
    return leaf.kind() == Leaf.Kind.SIGN && signs.contains(leaf.text());
  }
}

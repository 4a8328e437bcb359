package dev.dvl.compiler.format;

import java.util.List;

/** Writes a tree of brackets and elements in its one form. Linear in what it writes. */
final class Printer {
  private static final int STEP = 2;

  private final String source;
  private final StringBuilder out = new StringBuilder();

  /** Where the next character goes, and how far the line it is on is indented. */
  private int column;

  private int lineIndent;

  /** How many brackets are open in which no line is made narrower. */
  private int rigid;

  private Printer(String source) {
    this.source = source;
  }

  static String print(Group file, String source) {
    Printer printer = new Printer(source);
    printer.lines(file, 0);
    StringBuilder out = printer.out;
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    return out.toString();
  }

  /** The elements of a group on lines of their own. */
  private void lines(Group group, int indent) {
    int[] spaces = Alignment.of(group, indent);
    boolean first = true;
    for (int i = 0; i < spaces.length; i++) {
      Element element = group.elements.get(i);
      first = comments(element.above, indent, first);
      boolean last = i == spaces.length - 1;
      boolean comma = !group.hasLines() && (!last || group.takesTrailingComma());
      newLine(blank(element.parts.getFirst().lines(), first), indentation(element, indent), indent);
      element(element, indent, comma ? 1 : 0, spaces[i]);
      text(comma ? "," : "");
      behind(element.behind, indent);
      first = false;
    }
    comments(group.foot, indent, first);
  }

  private static boolean blank(int lines, boolean first) {
    return lines > 1 && !first;
  }

  private boolean comments(List<Leaf> comments, int indent, boolean first) {
    boolean before = first;
    for (Leaf comment : comments) {
      newLine(blank(comment.lines(), before), " ".repeat(indent), indent);
      text(comment.text());
      before = false;
    }
    return before;
  }

  /** Comments at the end of a line; behind one that takes the rest of it, others need their own. */
  private void behind(List<Leaf> comments, int indent) {
    boolean full = false;
    for (Leaf comment : comments) {
      if (full) {
        newLine(false, " ".repeat(indent), indent);
      } else {
        text(" ");
      }
      text(comment.text());
      full = comment.kind() == Leaf.Kind.LINE_COMMENT;
    }
  }

  /** What cannot be read stays where it is. */
  private String indentation(Element element, int indent) {
    if (!element.verbatim) {
      return " ".repeat(indent);
    }
    int start = element.parts.getFirst().start();
    int line = start;
    while (line > 0 && (source.charAt(line - 1) == ' ' || source.charAt(line - 1) == '\t')) {
      line--;
    }
    boolean starts =
        line == 0 || source.charAt(line - 1) == '\n' || source.charAt(line - 1) == '\r';
    return starts ? source.substring(line, start) : " ".repeat(indent);
  }

  private void element(Element element, int indent, int after, int spaces) {
    if (element.verbatim) {
      int end = Math.min(element.end(), source.length());
      text(Leaves.unix(source.substring(element.parts.getFirst().start(), end)).stripTrailing());
      return;
    }
    int[] tails = tails(element, after);
    for (int i = 0; i < element.parts.size(); i++) {
      Part part = element.parts.get(i);
      if (breaksBefore(element, i)) {
        newLine(false, " ".repeat(indent + STEP), indent + STEP);
      } else if (i > 0 && Spacing.between(element, i)) {
        text(i == 1 ? " ".repeat(spaces + 1) : " ");
      }
      switch (part) {
        case Leaf leaf -> text(leaf.text());
        case Group group -> group(group, tails[i + 1]);
      }
    }
  }

  private static boolean breaksBefore(Element element, int index) {
    return index > 0 && element.parts.get(index).lines() > 0;
  }

  /** For each part, how wide it and what follows is, up to where the line may end next. */
  private static int[] tails(Element element, int after) {
    int[] tails = new int[element.parts.size() + 1];
    tails[element.parts.size()] = after;
    for (int i = element.parts.size() - 1; i > 0; i--) {
      int space = Spacing.between(element, i) ? 1 : 0;
      tails[i] =
          breaksBefore(element, i)
              ? 0
              : space
                  + switch (element.parts.get(i)) {
                    case Leaf leaf when leaf.isMultiline() -> Width.ofFirstLine(leaf.text());
                    case Group group when group.opensLine() -> group.open().width();
                    case Leaf leaf -> leaf.width() + tails[i + 1];
                    case Group group -> group.width() + tails[i + 1];
                  };
    }
    return tails;
  }

  private void group(Group group, int after) {
    boolean fits = column + group.width() + after <= Width.PAGE || rigid > 0;
    if (group.isBroken() || (!group.isMultiline() && group.isFoldable() && !fits)) {
      broken(group);
    } else {
      inline(group, after);
    }
  }

  private void broken(Group group) {
    int base = lineIndent;
    text(group.open().text());
    behind(group.head, base + STEP);
    lines(group, base + STEP);
    newLine(false, " ".repeat(base), base);
    text(group.close().text());
  }

  private void inline(Group group, int after) {
    String edge = group.shape() == Group.Shape.BRACES && !group.isEmpty() ? " " : "";
    text(group.open().text() + edge);
    rigid += group.isRigid() ? 1 : 0;
    int last = group.elements.size() - 1;
    for (int i = 0; i <= last; i++) {
      Element element = group.elements.get(i);
      int rest = i < last ? 1 : edge.length() + group.close().width() + after;
      element(element, lineIndent, rest, 0);
      text(i < last ? ", " : "");
      behind(element.behind, lineIndent);
    }
    rigid -= group.isRigid() ? 1 : 0;
    String between = "";
    for (Leaf comment : group.foot) {
      text(between + comment.text());
      between = " ";
    }
    text(edge + group.close().text());
  }

  private void newLine(boolean blank, String indentation, int indent) {
    if (!out.isEmpty()) {
      out.append(blank ? "\n\n" : "\n");
    }
    out.append(indentation);
    column = indentation.length();
    lineIndent = indent;
  }

  private void text(String text) {
    out.append(text);
    column = text.indexOf('\n') < 0 ? column + Width.of(text) : Width.ofLastLine(text);
  }
}

package dev.dvl.cli.console;

import dev.dvl.compiler.Prompt;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names that may stand where a line ends: behind a dot those of what stands before it, else
 * values and functions.
 */
public final class Completion {
  private final Prompt prompt;
  private final SortedSet<String> names = new TreeSet<>();

  public Completion(Prompt prompt) {
    this.prompt = prompt;
  }

  /** Names that begin as the last word of {@code line} does. */
  public List<String> at(String line) {
    int start = start(line, line.length());
    String word = line.substring(start);
    return candidates(line.substring(0, start)).stream()
        .filter(name -> name.startsWith(word))
        .toList();
  }

  private Collection<String> candidates(String before) {
    if (before.endsWith(".")) {
      int dot = before.length() - (before.endsWith("?.") ? 2 : 1);
      return prompt.members(before.substring(operand(before, dot), dot));
    }
    if (names.isEmpty()) {
      names.addAll(prompt.values());
      prompt.functions().forEach(function -> names.add(function + "("));
    }
    return before.isBlank() ? with(names, Directive.words()) : names;
  }

  private static Collection<String> with(Collection<String> names, List<String> commands) {
    SortedSet<String> all = new TreeSet<>(names);
    all.addAll(commands);
    return all;
  }

  /** Where the path that ends at {@code end} begins: names, dots, and what stands in brackets. */
  private static int operand(String line, int end) {
    int depth = 0;
    int at = end;
    while (at > 0) {
      char sign = line.charAt(at - 1);
      if (sign == ']' || sign == ')') {
        depth++;
      } else if (sign == '[' || sign == '(') {
        depth--;
      }
      if (depth < 0 || (depth == 0 && !isOfPath(sign))) {
        break;
      }
      at--;
    }
    return at;
  }

  private static boolean isOfPath(char sign) {
    return isOfName(sign) || ".?[]()".indexOf(sign) >= 0;
  }

  /** Where the word at {@code cursor} starts; the colon of a command is part of it. */
  static int start(String line, int cursor) {
    int start = cursor;
    while (start > 0 && isOfName(line.charAt(start - 1))) {
      start--;
    }
    boolean command = line.substring(0, start).strip().equals(":");
    return command ? start - 1 : start;
  }

  /** Where the word at {@code cursor} ends. */
  static int end(String line, int cursor) {
    int end = cursor;
    while (end < line.length() && isOfName(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char sign) {
    return sign == '_'
        || (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9');
  }
}

package dev.dvl.cli.explain;

import java.util.ArrayList;
import java.util.List;

/** A page for reading on a terminal: paragraphs are wrapped, examples indented and named. */
public final class PlainPage {
  private static final String FENCE = "```";

  private final int columns;
  private final List<String> lines = new ArrayList<>();
  private boolean example;

  private PlainPage(int columns) {
    this.columns = columns;
  }

  public static String render(String markdown, int columns) {
    PlainPage page = new PlainPage(columns);
    markdown.lines().forEach(page::line);
    return String.join("\n", page.lines) + "\n";
  }

  private void line(String line) {
    if (line.startsWith(FENCE)) {
      fence(line);
    } else if (example) {
      lines.add(line.isEmpty() ? "" : "    " + line);
    } else if (line.startsWith("#")) {
      lines.add(line.replaceFirst("^#+ *", ""));
    } else {
      wrap(line);
    }
  }

  private void fence(String line) {
    example = !example;
    if (example && line.contains("fails")) {
      lines.add("Wrong:");
      lines.add("");
    } else if (example) {
      lines.add("Right:");
      lines.add("");
    }
  }

  private void wrap(String paragraph) {
    StringBuilder current = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (!current.isEmpty() && current.length() + 1 + word.length() > columns) {
        lines.add(current.toString());
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    lines.add(current.toString());
  }
}

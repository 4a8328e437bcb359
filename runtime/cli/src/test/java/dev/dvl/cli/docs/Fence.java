package dev.dvl.cli.docs;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param info what stands behind the opening fence, at commas
 * @param line the line of the opening fence, counted from 1
 * @param from where the block starts in the page, with its fence
 * @param to where it ends, behind the line of its closing fence
 */
record Fence(List<String> info, String body, int line, int from, int to) {

  Fence {
    info = List.copyOf(info);
  }

  String language() {
    return info.getFirst();
  }

  boolean is(String mark) {
    return info.contains(mark);
  }

  /** The code that the program of this block must fail with; empty text where none is named yet. */
  Optional<String> fails() {
    return info.stream()
        .filter(it -> it.startsWith("fails"))
        .map(it -> it.substring("fails".length()).strip())
        .findFirst();
  }

  /** The file that this block is, for the console blocks of the same page. */
  Optional<String> file() {
    return info.stream()
        .filter(it -> it.startsWith("file="))
        .map(it -> it.substring("file=".length()))
        .findFirst();
  }

  /** The block with another body or info, as it stands in a page. */
  String written(List<String> newInfo, String newBody) {
    return "```" + String.join(",", newInfo) + "\n" + newBody + "```\n";
  }
}

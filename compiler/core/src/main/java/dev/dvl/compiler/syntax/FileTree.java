package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.SourceFile;
import java.util.List;

/** All that one file says: its items, and its comments in the order of the text. */
public record FileTree(SourceFile file, List<Item> items, List<Comment> comments) {
  public FileTree {
    items = List.copyOf(items);
    comments = List.copyOf(comments);
  }
}

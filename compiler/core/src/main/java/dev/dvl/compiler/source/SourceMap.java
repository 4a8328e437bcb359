package dev.dvl.compiler.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The files of one compilation, laid one behind the other on a single line of offsets.
 *
 * <p>Files are only ever added, so a span stays valid as long as its map. Between two files lies
 * one unused offset: the end of a file is never the start of the next. Not thread-safe.
 */
public final class SourceMap {
  private final List<SourceFile> files = new ArrayList<>();
  private int next;

  public SourceFile add(String name, String text) {
    SourceFile file = new SourceFile(name, text, next);
    files.add(file);
    next = Math.addExact(next, text.length() + 1);
    return file;
  }

  public List<SourceFile> files() {
    return List.copyOf(files);
  }

  /** The file in which {@code span} starts. */
  public SourceFile fileOf(Span span) {
    int low = 0;
    int high = files.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (files.get(middle).base() <= span.start()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return files.get(low);
  }

  /** The text under {@code span}. */
  public String text(Span span) {
    return fileOf(span).text(span);
  }
}

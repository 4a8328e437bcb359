package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Applies fixes to the texts of a program: of each diagnostic at most one, none that overlaps
 * another. What was mended may show further mistakes: compile again, and mend again.
 *
 * @param sources the texts with the fixes in them, under the same names and in the same order
 * @param applied what was done, in the order of the text
 */
public record Mending(SourceMap sources, List<Applied> applied) {

  public Mending {
    applied = List.copyOf(applied);
  }

  /** A fix that was applied, and what it mends; spans are those of the texts as they were. */
  public record Applied(Diagnostic diagnostic, Fix fix) {}

  /**
   * The texts with what can be mended.
   *
   * @param files the texts that may be changed; fixes of others are left alone
   * @param likely whether a fix that is only likely is applied too, where it is the only one
   */
  public static Mending of(List<SourceFile> files, List<Diagnostic> diagnostics, boolean likely) {
    Picking picking = new Picking(files);
    for (Diagnostic diagnostic : diagnostics) {
      choice(diagnostic, likely).ifPresent(fix -> picking.take(diagnostic, fix));
    }
    SourceMap mended = new SourceMap();
    for (SourceFile file : files) {
      mended.add(file.name(), mended(file, picking.edits));
    }
    return new Mending(mended, picking.applied);
  }

  private static Optional<Fix> choice(Diagnostic diagnostic, boolean likely) {
    List<Fix> fixes = diagnostic.fixes();
    Optional<Fix> certain =
        fixes.stream().filter(it -> it.confidence() == Fix.Confidence.CERTAIN).findFirst();
    return certain.isEmpty() && likely && fixes.size() == 1
        ? Optional.of(fixes.getFirst())
        : certain;
  }

  private static String mended(SourceFile file, NavigableMap<Integer, Fix.Edit> edits) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    Span whole = file.span();
    for (Fix.Edit edit : edits.subMap(whole.start(), true, whole.end(), true).values()) {
      text.append(file.text(), at, edit.span().start() - file.base()).append(edit.text());
      at = edit.span().end() - file.base();
    }
    return text.append(file.text(), at, file.text().length()).toString();
  }

  /** The fixes that have been chosen, and their edits by where they start. */
  private static final class Picking {
    private final List<SourceFile> files;
    private final NavigableMap<Integer, Fix.Edit> edits = new TreeMap<>();
    private final List<Applied> applied = new ArrayList<>();

    Picking(List<SourceFile> files) {
      this.files = files;
    }

    void take(Diagnostic diagnostic, Fix fix) {
      List<Fix.Edit> wanted = new ArrayList<>(fix.edits());
      wanted.sort(Comparator.comparing(Fix.Edit::span));
      if (wanted.stream().allMatch(this::isFree)) {
        wanted.forEach(edit -> edits.put(edit.span().start(), edit));
        applied.add(new Applied(diagnostic, fix));
      }
    }

    /** Whether its place may be changed, no comment would go, and no other edit touches it. */
    private boolean isFree(Fix.Edit edit) {
      var before = edits.floorEntry(edit.span().end());
      boolean alone = before == null || before.getValue().span().end() < edit.span().start();
      return alone && files.stream().anyMatch(it -> keeps(it, edit));
    }

    /** Whether an edit is of this file, and takes no comment away. */
    private static boolean keeps(SourceFile file, Fix.Edit edit) {
      return holds(file.span(), edit.span())
          && (!hasComment(file.text(edit.span())) || hasComment(edit.text()));
    }

    private static boolean hasComment(String text) {
      return text.contains("//") || text.contains("/*");
    }

    private static boolean holds(Span whole, Span part) {
      return whole.start() <= part.start() && part.end() <= whole.end();
    }
  }
}

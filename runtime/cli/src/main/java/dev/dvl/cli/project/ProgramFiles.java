package dev.dvl.cli.project;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds files that are to be written anew: those that are named, and all {@code .dvl} files of
 * folders that are named and of the folders below them. Hidden ones and folders behind links are
 * left out. A link to a file counts where it leads to one of the same folder or below it.
 */
public final class ProgramFiles {
  private static final String SUFFIX = ".dvl";

  private final Path called;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Path> found = new ArrayList<>();

  private ProgramFiles(Path called) {
    this.called = called;
  }

  /** The files at {@code paths}, sorted within each of them. */
  public static Outcome<List<Path>> find(List<Path> paths, Path called) {
    ProgramFiles files = new ProgramFiles(called);
    for (Path path : paths) {
      files.take(path);
    }
    return new Outcome<>(files.found.stream().distinct().toList(), files.diagnostics.sorted());
  }

  private void take(Path path) {
    if (!Files.exists(path)) {
      report(ProjectCodes.UNREADABLE, "There is no file or folder `" + shown(path) + "`.");
    } else if (Files.isDirectory(path)) {
      folder(path);
    } else if (!path.toString().endsWith(SUFFIX)) {
      report(
          ProjectCodes.NO_PROGRAM,
          "`" + shown(path) + "` is no program: the name of one ends in `.dvl`.");
    } else if (leadsOut(path, called) && leadsOut(path, parent(path))) {
      report(ProjectCodes.LEADS_OUT, "`" + shown(path) + "` is a link to a file elsewhere.");
    } else {
      found.add(path);
    }
  }

  private void folder(Path folder) {
    List<Path> inside = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return !path.equals(folder) && isHidden(path)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              boolean program = path.toString().endsWith(SUFFIX) && !isHidden(path);
              if (program && Files.isRegularFile(path) && !leadsOut(path, folder)) {
                inside.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
              unreadable(path, problem);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException problem) {
      unreadable(folder, problem);
    }
    if (inside.isEmpty()) {
      report(ProjectCodes.NO_PROGRAM, "`" + shown(folder) + "` holds no file `*.dvl`.");
    }
    inside.stream().sorted().forEach(found::add);
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static Path parent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path : parent;
  }

  private static boolean leadsOut(Path path, Path home) {
    try {
      return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(home.toRealPath());
    } catch (IOException unknown) {
      return true;
    }
  }

  private String shown(Path path) {
    return ProjectReader.shown(path, called);
  }

  private void unreadable(Path path, IOException problem) {
    report(
        ProjectCodes.UNREADABLE,
        "`" + shown(path) + "` cannot be read: " + Reason.of(problem) + ".");
  }

  private void report(Code code, String note) {
    diagnostics.report(Diagnostic.without(code, note));
  }
}

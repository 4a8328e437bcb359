package dev.dvl.cli.command;

import dev.dvl.cli.project.FolderFiles;
import dev.dvl.cli.project.Project;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.stdlib.StandardModules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a program while it is mended: its own files, and those that it imports from its
 * folder. What comes with dvl is not among them. Nothing is written here.
 */
final class MendedProgram {
  private final Path folder;
  private final Path called;

  /** How many of the sources are the program's own, which come before those that they import. */
  private final int own;

  /** Texts by the names of their files: as they were first read, and of imports as they are now. */
  private final Map<String, String> before = new LinkedHashMap<>();

  private final Map<String, String> imported = new LinkedHashMap<>();
  private SourceMap sources;

  MendedProgram(Project project, Path called) {
    this.folder = project.folder();
    this.called = called;
    this.own = project.files().size();
    this.sources = project.sources();
  }

  /** A file whose text has changed. */
  record Changed(String name, String before, String after, boolean imported) {}

  SourceMap sources() {
    return sources;
  }

  Project project() {
    return new Project(folder, sources, sources.files().subList(0, own));
  }

  /** Judges the texts as they are now, and reads what they import. */
  Outcome<Compilation.Checked> check() {
    Outcome<Compilation.Checked> checked =
        Compilation.check(sources, StandardKinds.load(), new FolderFiles(folder, called, imported));
    files().forEach(file -> before.putIfAbsent(file.name(), file.text()));
    return checked;
  }

  /** The files that may be mended. */
  List<SourceFile> files() {
    Collection<String> standard = StandardModules.names();
    return sources.files().stream().filter(it -> !standard.contains(it.name())).toList();
  }

  /** Puts other texts in the place of {@link #files}, in their order. */
  void take(SourceMap mended) {
    List<SourceFile> files = mended.files();
    sources = new SourceMap();
    files.subList(0, own).forEach(file -> sources.add(file.name(), file.text()));
    files.subList(own, files.size()).forEach(file -> imported.put(file.name(), file.text()));
  }

  List<Changed> changed() {
    Map<String, String> after = new LinkedHashMap<>(imported);
    project().files().forEach(file -> after.put(file.name(), file.text()));
    List<Changed> changed = new ArrayList<>();
    before.forEach(
        (name, text) -> {
          String now = after.getOrDefault(name, text);
          if (!now.equals(text)) {
            changed.add(new Changed(name, text, now, imported.containsKey(name)));
          }
        });
    return changed;
  }
}

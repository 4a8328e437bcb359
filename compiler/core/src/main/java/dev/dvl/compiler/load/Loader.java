package dev.dvl.compiler.load;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the modules that a program imports, and parses each file once. Never fails. */
public final class Loader {
  private static final int MOST_MODULES = 20_000;
  private static final int MOST_CHARACTERS = 64 << 20;

  private final SourceMap sources;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Targets targets;
  private final Importable importable = new Importable(diagnostics);
  private final Map<String, FileTree> trees = new HashMap<>();
  private final Map<String, String> moduleOf = new HashMap<>();
  private final Map<String, Optional<Modules.Source>> known = new HashMap<>();
  private final List<Modules.Source> inOrder = new ArrayList<>();
  private final ImportChain chain = new ImportChain(diagnostics);
  private long characters;

  private Loader(SourceMap sources, ModuleFiles files) {
    this.sources = sources;
    this.targets = new Targets(files, diagnostics);
  }

  /**
   * The modules of the program whose own files are all that are in {@code sources} so far; the
   * files of the others are added there. A file of the program that another one imports is a module
   * of its own.
   */
  public static Outcome<Modules> load(SourceMap sources, ModuleFiles files) {
    Loader loader = new Loader(sources, files);
    loader.root();
    return new Outcome<>(new Modules(loader.inOrder), loader.diagnostics.sorted());
  }

  private void root() {
    Map<String, FileTree> own = new HashMap<>();
    List<String> paths = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      String path = ImportPath.last(file.name().replace('\\', '/'));
      FileTree tree = parse(file);
      own.put(path, tree);
      paths.add(path);
      trees.put(path, tree);
    }
    Set<String> imported = imported(own);
    List<String> rest = paths.stream().filter(path -> !imported.contains(path)).toList();
    List<String> kept = rest.isEmpty() ? paths : rest;
    kept.forEach(path -> moduleOf.put(path, ""));
    inOrder.add(source("", Optional.of(""), kept.stream().map(path -> tree(own, path)).toList()));
  }

  private static FileTree tree(Map<String, FileTree> trees, String path) {
    FileTree tree = trees.get(path);
    if (tree == null) {
      throw new IllegalStateException("a file of the program was not parsed: " + path);
    }
    return tree;
  }

  /** Which of the program's files others of them import. */
  private static Set<String> imported(Map<String, FileTree> own) {
    Set<String> imported = new HashSet<>();
    own.forEach(
        (path, tree) -> {
          for (Item item : tree.items()) {
            if (item instanceof Item.Import it) {
              Targets.text(it)
                  .flatMap(text -> ImportPath.resolve("", text))
                  .filter(target -> own.containsKey(target) && !target.equals(path))
                  .ifPresent(imported::add);
            }
          }
        });
    return imported;
  }

  private FileTree parse(SourceFile file) {
    Outcome<FileTree> tree = Parser.parse(file);
    diagnostics.reportAll(tree.diagnostics());
    characters += file.text().length();
    return tree.value();
  }

  /** Loads what the files import, and makes a module of them. */
  private Modules.Source source(String id, Optional<String> folder, List<FileTree> files) {
    IdentityHashMap<Item.Import, Modules.Imported> imports = new IdentityHashMap<>();
    for (FileTree file : files) {
      for (Item item : file.items()) {
        if (item instanceof Item.Import it) {
          targets
              .of(it, folder)
              .flatMap(target -> load(it, target))
              .ifPresent(found -> imports.put(it, found));
        }
      }
    }
    return new Modules.Source(id, folder, files, imports);
  }

  private Optional<Modules.Imported> load(Item.Import item, Targets.Target target) {
    boolean own = moduleOf.getOrDefault(target.id(), target.id()).isEmpty();
    if (chain.closes(item, own ? "" : target.id())) {
      return Optional.empty();
    }
    Optional<Modules.Source> module = known.get(target.id());
    if (module == null) {
      chain.enter(item, target.id());
      module = read(item, target);
      chain.leave();
      known.put(target.id(), module);
    }
    return module.map(found -> new Modules.Imported(found.id(), target.member()));
  }

  private Optional<Modules.Source> read(Item.Import item, Targets.Target target) {
    if (known.size() >= MOST_MODULES || characters > MOST_CHARACTERS) {
      tooMany(item);
      return Optional.empty();
    }
    FileTree parsed = trees.get(target.id());
    if (parsed != null && !taken(item, target.id(), target.id())) {
      moduleOf.put(target.id(), target.id());
      return imported(item, target, List.of(parsed));
    }
    return parsed != null ? Optional.empty() : files(item, target);
  }

  private Optional<Modules.Source> files(Item.Import item, Targets.Target target) {
    Optional<List<ModuleFiles.Text>> texts = targets.read(item, target);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    List<FileTree> files = new ArrayList<>();
    for (ModuleFiles.Text text : texts.get()) {
      if (taken(item, text.path(), target.id())) {
        return Optional.empty();
      }
      moduleOf.put(text.path(), target.id());
      FileTree tree = parse(sources.add(text.name(), text.text()));
      trees.put(text.path(), tree);
      files.add(tree);
    }
    return imported(item, target, files);
  }

  private Optional<Modules.Source> imported(
      Item.Import item, Targets.Target target, List<FileTree> files) {
    Modules.Source source = source(target.id(), target.folder(), files);
    if (!importable.check(item, source)) {
      return Optional.empty();
    }
    inOrder.add(source);
    return Optional.of(source);
  }

  /** A file belongs to one module: else all that it declares would be there twice. */
  private boolean taken(Item.Import item, String path, String module) {
    String other = moduleOf.getOrDefault(path, module);
    if (!other.equals(module)) {
      diagnostics.report(
          Diagnostic.at(
                  LoadCodes.TWO_MODULES,
                  item.span(),
                  "`" + path + "` is part of another module of the program already")
              .note(
                  "It was imported "
                      + (ImportPath.isFile(other) ? "by itself" : "with its whole folder")
                      + "; import it so everywhere."));
    }
    return !other.equals(module);
  }

  private void tooMany(Item.Import item) {
    diagnostics.report(
        Diagnostic.at(LoadCodes.TOO_MANY, item.span(), "this one is too much")
            .note(
                "A program may have "
                    + MOST_MODULES
                    + " modules and "
                    + (MOST_CHARACTERS >> 20)
                    + " MiB of text."));
  }
}

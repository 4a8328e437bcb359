package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.syntax.FileTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what the names in the modules of a program mean. Never fails. */
public final class Resolver {
  private final Modules modules;
  private final Kinds kinds;
  private final Tables tables = new Tables();
  private final Map<String, Module> known = new HashMap<>();

  private Resolver(Modules modules, Kinds kinds) {
    this.modules = modules;
    this.kinds = kinds;
  }

  public static Outcome<Names> resolve(Modules modules, Kinds kinds) {
    return new Resolver(modules, kinds).names();
  }

  private Outcome<Names> names() {
    modules.inOrder().forEach(this::module);
    new Cycles(tables).report();
    new Nesting(tables).report();
    new LoopKeys(tables).report();
    new Unused(tables).report();
    known.values().forEach(module -> module.imports().reportUnused());
    Names names = new Names(modules, tables.declared(), tables.uses());
    return new Outcome<>(names, tables.diagnostics().sorted());
  }

  /** Those that a module imports have been resolved before it. */
  private void module(Modules.Source source) {
    boolean isRoot = source.id().equals(modules.root().id());
    Module module = new Module(kinds, tables, source.id(), isRoot);
    known.put(source.id(), module);
    List<FileTree> files = source.files();
    new ModuleHeaders(module).read(files);
    module.imports().bind(source, known);
    Collector collector = new Collector(module);
    files.forEach(file -> collector.components(file.items()));
    files.forEach(file -> collector.collect(file.items()));
    collector.finish();
    ItemUses uses = new ItemUses(module);
    files.forEach(file -> uses.resolve(file.items(), module.scope()));
  }
}

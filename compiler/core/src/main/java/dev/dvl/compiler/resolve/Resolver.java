package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.syntax.FileTree;
import java.util.List;

/** Finds out what the names in the files of one module mean. Never fails. */
public final class Resolver {
  private Resolver() {}

  public static Outcome<Names> resolve(List<FileTree> files, Kinds kinds) {
    Diagnostics diagnostics = new Diagnostics();
    Module module = new Module(kinds, diagnostics);
    new ModuleHeaders(module).read(files);
    Collector collector = new Collector(module);
    files.forEach(file -> collector.components(file.items()));
    files.forEach(file -> collector.collect(file.items()));
    collector.finish();
    ItemUses uses = new ItemUses(module);
    files.forEach(file -> uses.resolve(file.items(), module.scope()));
    new Cycles(module).report();
    new Nesting(module).report();
    new LoopKeys(module).report();
    new Unused(module).report();
    Names names = new Names(files, module.declared(), module.uses());
    return new Outcome<>(names, diagnostics.sorted());
  }
}

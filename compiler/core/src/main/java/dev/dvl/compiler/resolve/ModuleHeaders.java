package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** Reads {@code module shop { edition = 2026 }}: at most one in each file, of one name in all. */
final class ModuleHeaders {
  private static final Value EDITION = Value.of(2026);

  private final Module module;
  private Optional<Item.Module> first = Optional.empty();

  ModuleHeaders(Module module) {
    this.module = module;
  }

  void read(List<FileTree> files) {
    for (FileTree file : files) {
      List<Item.Module> headers =
          file.items().stream()
              .filter(Item.Module.class::isInstance)
              .map(Item.Module.class::cast)
              .toList();
      headers.forEach(this::read);
      headers.stream().skip(1).forEach(again -> report(again, "this file has a header already"));
    }
  }

  private void read(Item.Module header) {
    header.header().ifPresent(body -> body.items().forEach(this::entry));
    if (first.isEmpty()) {
      first = Optional.of(header);
      if (module.isRoot()) {
        module.declared().module(header.name().text());
      }
    } else if (!first.get().name().text().equals(header.name().text())) {
      module.report(
          Diagnostic.at(NameCodes.MODULE, header.name().span(), "the module is called otherwise")
              .label(first.get().name().span(), "its first header")
              .note("All files of a folder that are compiled together name the same module."));
    }
  }

  private void entry(Item item) {
    if (!(item instanceof Item.Attribute(var s, var l, ObjectKey.Word key, Expr value))) {
      report(item, "a header holds only `edition` and `dvl`");
      return;
    }
    switch (key.text()) {
      case "edition" -> edition(value);
      case "dvl" -> version(value);
      case String other -> report(item, "a header has no `" + other + "`");
    }
  }

  private void edition(Expr value) {
    boolean known =
        value instanceof Expr.Constant(var ignored, Value found) && found.equals(EDITION);
    if (!known) {
      module.report(
          Diagnostic.at(NameCodes.MODULE, value.span(), "no such edition")
              .note("This version of dvl knows edition 2026."));
    }
  }

  private void version(Expr value) {
    boolean fixed = value instanceof Expr.Text text && text.literal().isPresent();
    if (!fixed) {
      module.report(
          Diagnostic.at(NameCodes.MODULE, value.span(), "a version is a text")
              .note("Write it as in `dvl = \">= 1.0\"`."));
    }
  }

  private void report(Item item, String text) {
    module.report(Diagnostic.at(NameCodes.MODULE, item.span(), text));
  }
}

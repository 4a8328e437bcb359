package dev.dvl.compiler.load;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import java.util.Optional;

/** What is imported gives names to others, and is no plan: nothing in it is there by itself. */
final class Importable {
  private final Diagnostics diagnostics;

  /** What makes a module one that can only be planned. */
  private record Reason(Span span, String what) {}

  Importable(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether a module may be imported; reports it where not. */
  boolean check(Item.Import item, Modules.Source module) {
    Optional<Reason> reason = reason(module);
    if (reason.isPresent()) {
      diagnostics.report(
          Diagnostic.at(
                  LoadCodes.ROOT_ONLY, item.span(), "this module can be planned, not imported")
              .label(reason.get().span(), "it has " + reason.get().what() + " of its own")
              .note("Write what is to be shared as values, types, functions and components."));
    }
    return reason.isEmpty();
  }

  private static Optional<Reason> reason(Modules.Source module) {
    for (FileTree file : module.files()) {
      for (Item item : file.items()) {
        Optional<String> what = what(item);
        if (what.isPresent()) {
          return Optional.of(new Reason(place(item), what.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Span place(Item item) {
    return switch (item) {
      case Item.Declaration it -> it.kind().span();
      case Item.Host it -> it.name().span();
      case Item.For it -> it.head().span();
      case Item.If it -> it.condition().span();
      case Item it -> it.span();
    };
  }

  private static Optional<String> what(Item item) {
    return switch (item) {
      case Item.Declaration _, Item.For _, Item.If _ -> Optional.of("resources");
      case Item.Host ignored -> Optional.of("hosts");
      case Item.Output ignored -> Optional.of("outputs");
      case Item.Param ignored -> Optional.of("parameters");
      case Item.Secret ignored -> Optional.of("secrets");
      case Item.Moved _, Item.Adopt _, Item.Forget _ -> Optional.of("resources");
      case Item ignored -> Optional.empty();
    };
  }
}

package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which local files a value stands for: {@code copies(files.source)}, {@code context(a, b,
 * c)}.
 */
final class DigestReader {
  private final Set<String> siblings;
  private final Diagnostics diagnostics;

  /**
   * @param siblings the attributes that may name files
   */
  DigestReader(Set<String> siblings, Diagnostics diagnostics) {
    this.siblings = siblings;
    this.diagnostics = diagnostics;
  }

  Optional<Attribute.Digest> read(Expr expr) {
    if (expr instanceof Expr.Call call) {
      List<Expr> arguments = call.arguments().stream().map(Expr.Argument::value).toList();
      switch (call.function().text() + "/" + arguments.size()) {
        case "copies/1" -> {
          if (arguments.getFirst()
              instanceof Expr.Member(var ignored, Expr.NameRef of, Name field, var safe)) {
            return attribute(of).map(name -> new Attribute.Digest.Copies(name, field.text()));
          }
        }
        case "context/3" -> {
          if (arguments.get(0) instanceof Expr.NameRef folder
              && arguments.get(1) instanceof Expr.NameRef file
              && arguments.get(2) instanceof Expr.NameRef given) {
            return context(attribute(folder), attribute(file), attribute(given));
          }
        }
        case String ignored -> {}
      }
    }
    diagnostics.report(
        Diagnostic.at(SchemaCodes.SETTING_VALUE, expr.span(), "this says nothing about files")
            .note(
                "A digest is one of `copies(attribute.field)` and `context(folder, file,"
                    + " arguments)`."));
    return Optional.empty();
  }

  private static Optional<Attribute.Digest> context(
      Optional<String> folder, Optional<String> file, Optional<String> arguments) {
    return folder.isPresent() && file.isPresent() && arguments.isPresent()
        ? Optional.of(new Attribute.Digest.Context(folder.get(), file.get(), arguments.get()))
        : Optional.empty();
  }

  private Optional<String> attribute(Expr.NameRef reference) {
    if (siblings.contains(reference.name())) {
      return Optional.of(reference.name());
    }
    diagnostics.report(
        Diagnostic.at(
            SchemaCodes.NO_SUCH_PART,
            reference.span(),
            "there is no attribute `" + reference.name() + "` here"));
    return Optional.empty();
  }
}

package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.QualifiedName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reports names of kinds that do not exist. */
final class KindNames {
  private final Module module;

  KindNames(Module module) {
    this.module = module;
  }

  void unknown(QualifiedName name, Predicate<KindSchema> wanted) {
    if (name.names().getFirst().isMissing()) {
      return;
    }
    List<String> candidates =
        Stream.concat(
                Stream.concat(
                    module.components().keySet().stream(),
                    module.imports().names(Space.KIND).stream()),
                module.kinds().byName().values().stream().filter(wanted).map(KindSchema::name))
            .toList();
    Diagnostic unknown =
        Diagnostic.at(
            NameCodes.UNKNOWN_KIND, name.span(), "no kind is called `" + name.text() + "`");
    module.report(
        Spelling.nearest(name.text(), candidates).isPresent()
            ? Suggestion.add(unknown, "a kind", name.text(), name.span(), candidates)
            : known(unknown, candidates));
  }

  private static Diagnostic known(Diagnostic unknown, List<String> candidates) {
    return candidates.isEmpty() || candidates.size() > 12
        ? unknown
        : unknown.note("The kinds are: " + String.join(", ", candidates) + ".");
  }
}

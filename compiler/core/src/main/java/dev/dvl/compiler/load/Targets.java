package dev.dvl.compiler.load;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What imports name, by their text alone, and the texts behind that. */
final class Targets {
  private static final String STANDARD = "std";

  private final ModuleFiles files;
  private final Diagnostics diagnostics;

  Targets(ModuleFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /**
   * A module that an import names.
   *
   * @param id its path, or its name where it comes with dvl
   * @param member the one name in it that is imported
   */
  record Target(String id, Optional<String> folder, Optional<Name> member) {}

  /** The text of an import, where it has one that is fixed. */
  static Optional<String> text(Item.Import item) {
    return item.text()
        .filter(Expr.Text.class::isInstance)
        .flatMap(text -> ((Expr.Text) text).literal());
  }

  /** What an import names; reports it where that is nothing that could be imported. */
  Optional<Target> of(Item.Import item, Optional<String> folder) {
    if (item.path().isPresent()) {
      return standard(item.path().get());
    }
    Optional<String> text = text(item);
    if (text.isEmpty()) {
      boolean broken = item.text().isEmpty() || item.text().get() instanceof Expr.Broken;
      return broken
          ? Optional.empty()
          : wrong(item, "the text of an import is fixed", "It decides which files are read.");
    }
    return file(item, text.get(), folder);
  }

  private Optional<Target> file(Item.Import item, String text, Optional<String> folder) {
    if (text.startsWith("pkg:")) {
      report(
          Diagnostic.at(LoadCodes.PACKAGE, span(item), "this would be a package")
              .note("Copy the module into the program's folder, and import it as `\"./NAME\"`."));
      return Optional.empty();
    }
    if (!text.startsWith("./") && !text.startsWith("../") && !text.equals(".")) {
      return notRelative(item, text);
    }
    if (folder.isEmpty()) {
      return wrong(item, "a module that comes with dvl has no files beside it", "");
    }
    Optional<String> path = ImportPath.resolve(folder.get(), text);
    if (path.isEmpty()) {
      return wrong(
          item,
          "this lies outside of the program's folder",
          "A program reads what lies in its own folder and below, and nothing else.");
    }
    if (item.alias().isEmpty()) {
      return nameless(item, path.get());
    }
    String in = ImportPath.isFile(path.get()) ? ImportPath.folder(path.get()) : path.get();
    return Optional.of(new Target(path.get(), Optional.of(in), Optional.empty()));
  }

  private Optional<Target> notRelative(Item.Import item, String text) {
    Diagnostic wrong =
        Diagnostic.at(LoadCodes.PATH, span(item), "a path in an import starts with `./`");
    boolean plain = !text.startsWith("/") && !text.contains(":") && !text.isEmpty();
    int inside = span(item).start() + 1;
    report(
        plain
            ? wrong.fix(
                Fix.replace("write `./` before it", Fix.Confidence.LIKELY, Span.at(inside), "./"))
            : wrong);
    return Optional.empty();
  }

  private Optional<Target> nameless(Item.Import item, String path) {
    String last = ImportPath.last(path).replaceAll("\\.dvl$", "").replaceAll("[^A-Za-z0-9_]", "_");
    String name = last.matches("[A-Za-z_].*") ? last : "m" + last;
    report(
        Diagnostic.at(LoadCodes.PATH, item.span(), "this has no name to be used by")
            .fix(
                Fix.replace(
                    "add `as " + name + "`",
                    Fix.Confidence.LIKELY,
                    Span.at(span(item).end()),
                    " as " + name)));
    return Optional.empty();
  }

  /** The longest part of the name that is a module; one more name may follow. */
  private Optional<Target> standard(QualifiedName path) {
    List<Name> names = path.names();
    if (names.stream().anyMatch(Name::isMissing)) {
      return Optional.empty();
    }
    String whole = path.text();
    if (files.standard(whole).isPresent()) {
      return Optional.of(new Target(whole, Optional.empty(), Optional.empty()));
    }
    String module =
        names.subList(0, names.size() - 1).stream()
            .map(Name::text)
            .collect(Collectors.joining("."));
    if (files.standard(module).isPresent()) {
      return Optional.of(new Target(module, Optional.empty(), Optional.of(names.getLast())));
    }
    report(unknown(path, whole));
    return Optional.empty();
  }

  private Diagnostic unknown(QualifiedName path, String whole) {
    Diagnostic unknown =
        Diagnostic.at(LoadCodes.MISSING, path.span(), "no module `" + whole + "` comes with dvl");
    List<String> known = files.standard().stream().sorted().toList();
    List<String> candidates = new ArrayList<>(known);
    int dot = whole.lastIndexOf('.');
    String last = dot < 0 ? "" : whole.substring(dot);
    known.forEach(it -> candidates.add(it + last));
    Optional<String> near = Spelling.note("a module", whole, candidates);
    if (near.isPresent()) {
      return unknown.note(near.get());
    }
    if (!path.names().getFirst().text().equals(STANDARD)) {
      return unknown.note("A file is imported by its path: `import \"./NAME.dvl\" as NAME`.");
    }
    return known.isEmpty()
        ? unknown
        : unknown.note("The modules are " + String.join(", ", known) + ".");
  }

  /** The texts of a module; reports it where there are none. */
  Optional<List<ModuleFiles.Text>> read(Item.Import item, Target target) {
    if (target.folder().isEmpty()) {
      return files.standard(target.id()).map(List::of);
    }
    try {
      List<ModuleFiles.Text> texts = files.module(target.id());
      if (!texts.isEmpty()) {
        return Optional.of(texts);
      }
      report(missing(item, target, "there is no `.dvl` file in this folder"));
    } catch (EvaluationProblem e) {
      report(missing(item, target, e.getMessage()));
    }
    return Optional.empty();
  }

  private Diagnostic missing(Item.Import item, Target target, String text) {
    Diagnostic missing = Diagnostic.at(LoadCodes.MISSING, span(item), text);
    String last = ImportPath.last(target.id());
    Collection<String> beside = files.in(ImportPath.folder(target.id()));
    return beside.contains(last) // it is there, and something else is wrong with it
        ? missing
        : Spelling.note("a module", last, beside).map(missing::note).orElse(missing);
  }

  private Optional<Target> wrong(Item.Import item, String text, String note) {
    Diagnostic wrong = Diagnostic.at(LoadCodes.PATH, span(item), text);
    report(note.isEmpty() ? wrong : wrong.note(note));
    return Optional.empty();
  }

  private static Span span(Item.Import item) {
    return item.text().map(Expr::span).orElse(item.span());
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }
}

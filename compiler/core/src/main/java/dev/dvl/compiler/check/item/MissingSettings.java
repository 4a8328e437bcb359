package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Objects;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a body must set, and does not. */
final class MissingSettings {
  private final Typing typing;

  MissingSettings(Typing typing) {
    this.typing = typing;
  }

  /** Something that a body may set, or must. */
  private record Part(String name, String doc, boolean required) {}

  void attributes(Span span, String owner, List<Attribute> schemas, Optional<Body> body) {
    List<Part> parts =
        schemas.stream().map(it -> new Part(it.name(), it.doc(), it.required())).toList();
    parts(span, owner, parts, body);
  }

  /** The parameters that the use of a component must give. */
  void params(Symbol.Use use) {
    Symbol.Component component = use.component();
    List<Part> parts =
        typing.names().contents(component).params().stream().map(this::part).toList();
    parts(use.item().kind().span(), component.name(), parts, use.item().body());
  }

  private Part part(Symbol.Param param) {
    Type type = typing.components().open(param);
    boolean required =
        param.item().value().isEmpty() && !(type instanceof Type.Maybe) && !Shapes.isWrong(type);
    return new Part(param.name(), param.item().lead().doc().orElse(""), required);
  }

  private void parts(Span span, String owner, List<Part> parts, Optional<Body> body) {
    Set<String> given = body.map(MissingSettings::attributes).orElse(Set.of());
    Set<String> meant = meant(parts, given);
    List<Part> missing =
        parts.stream()
            .filter(it -> it.required() && !given.contains(it.name()) && !meant.contains(it.name()))
            .toList();
    if (!missing.isEmpty()) {
      report(span, owner, missing);
    }
  }

  private void report(Span span, String owner, List<Part> missing) {
    String names =
        missing.stream().map(it -> "`" + it.name() + "`").collect(Collectors.joining(", "));
    Diagnostic diagnostic =
        Diagnostic.at(CheckCodes.MISSING_ATTRIBUTE, span, "this `" + owner + "` lacks " + names);
    for (Part part : missing) {
      if (!part.doc().isEmpty()) {
        diagnostic = diagnostic.note("`" + part.name() + "`: " + part.doc());
      }
    }
    typing.report(diagnostic);
  }

  /** What unknown names stand for, as resolving has told already. */
  private static Set<String> meant(List<Part> parts, Set<String> given) {
    List<String> names = parts.stream().map(Part::name).toList();
    Set<String> known = Set.copyOf(names);
    return given.stream()
        .filter(name -> !known.contains(name))
        .flatMap(name -> Spelling.nearest(name, names).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> attributes(Body body) {
    Set<String> names = new HashSet<>();
    for (Item item : body.items()) {
      if (item instanceof Item.Attribute attribute) {
        Objects.name(attribute.key()).ifPresent(names::add);
      }
    }
    return names;
  }
}

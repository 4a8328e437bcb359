package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Annotation;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.grammar.DvlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds lists of items, each with the documentation and annotations that stand before it. */
final class ItemBuilder {
  private final Building building;
  private final DeclarationBuilder declarations;
  private final List<Item> top = new ArrayList<>();
  private final List<Annotation> topAnnotations = new ArrayList<>();
  private Optional<String> waitingDoc = Optional.empty();

  ItemBuilder(Building building) {
    this.building = building;
    this.declarations = new DeclarationBuilder(building);
  }

  /** Takes the entries of one top-level line. */
  void take(DvlParser.LineContext line) {
    addAll(line.entries, top, topAnnotations);
    if (top.isEmpty() && topAnnotations.isEmpty() && line.exception != null) {
      broken(building.span(line));
    }
  }

  /** Notes a line that could not be read at all. */
  void broken(Span span) {
    top.add(new Item.Broken(span));
  }

  /** Lets go of the items taken so far. */
  void forget() {
    top.clear();
  }

  /** All items taken, in the order of the text. */
  List<Item> finish() {
    reportUnused(topAnnotations);
    return top;
  }

  Body body(DvlParser.@Nullable BodyContext body, ParserRuleContext parent) {
    if (body == null) {
      return new Body(building.missingIn(parent), List.of());
    }
    List<Item> items = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    addAll(body.entries, items, annotations);
    reportUnused(annotations);
    return new Body(building.span(body), items);
  }

  private void addAll(
      List<DvlParser.EntryContext> entries, List<Item> items, List<Annotation> annotations) {
    for (DvlParser.EntryContext entry : entries) {
      Optional<String> doc = building.doc(entry);
      if (annotations.isEmpty()) {
        waitingDoc = doc;
      }
      entry.annotations.forEach(annotation -> annotations.add(annotation(annotation)));
      if (entry.form != null) {
        Optional<String> lead = doc.isPresent() ? doc : waitingDoc;
        items.add(
            declarations.item(entry.form, new Item.Lead(lead, annotations, entry.hidden != null)));
        annotations.clear();
      }
    }
  }

  private Annotation annotation(DvlParser.AnnotationContext annotation) {
    return new Annotation(
        building.span(annotation),
        building.name(annotation.id, annotation),
        annotation.arguments.stream()
            .map(argument -> building.exprs().expr(argument.value, argument))
            .toList());
  }

  private void reportUnused(List<Annotation> annotations) {
    for (Annotation annotation : annotations) {
      building
          .report()
          .add(
              Diagnostic.at(
                  SyntaxCodes.LONE_ANNOTATION,
                  annotation.span(),
                  "no item follows this annotation"));
    }
  }
}

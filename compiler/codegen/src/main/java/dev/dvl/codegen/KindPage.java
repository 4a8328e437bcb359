package dev.dvl.codegen;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.NamedType;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the reference page of one kind. */
public final class KindPage {
  private final Kinds kinds;
  private final KindSchema kind;
  private final StringBuilder out = new StringBuilder();

  private KindPage(Kinds kinds, KindSchema kind) {
    this.kinds = kinds;
    this.kind = kind;
  }

  /** The page in Markdown. */
  public static String of(Kinds kinds, KindSchema kind) {
    KindPage page = new KindPage(kinds, kind);
    page.head();
    page.attributes(kind.attributes());
    kind.blocks().forEach(page::block);
    page.types();
    page.outputs();
    page.states();
    page.checks();
    return page.out.toString();
  }

  private void head() {
    paragraph("<!-- Made from the schema of the kind; changes are lost. -->");
    paragraph("# " + kind.name());
    paragraph(kind.doc().strip());
    paragraph(
        kind.placedOn()
            .map(place -> "Stands on a `" + place + "`: `" + kind.name() + " NAME on PLACE { }`.")
            .orElse("A host: `host NAME: " + kind.name() + " { }`."));
    if (!kind.provides().isEmpty()) {
      paragraph(
          "Provides "
              + kind.provides().stream()
                  .map(
                      it ->
                          "`"
                              + it.name()
                              + "`"
                              + it.condition().map(term -> " if " + PageText.code(term)).orElse(""))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    if (!kind.host()) {
      paragraph(PageText.identity(kind));
    }
    paragraph("## Attributes");
  }

  private void block(Block block) {
    String label = block.labelled() ? " LABEL" : "";
    paragraph("## Block `" + block.name() + label + "`");
    paragraph(block.doc().strip());
    if (!kind.host()) {
      String added = block.added().map(term -> "; adding it: " + PageText.impact(term)).orElse("");
      String removed =
          block.removed().map(term -> "; dropping it: " + PageText.impact(term)).orElse("");
      paragraph("A change costs: " + PageText.impact(block.impact()) + added + removed + ".");
    }
    attributes(block.attributes());
  }

  private void attributes(List<Attribute> attributes) {
    row("attribute", "type", "what it is", "left out", "a change", "outside changes are seen");
    row("---", "---", "---", "---", "---", "---");
    for (Attribute attribute : attributes) {
      row(
          "`" + attribute.name() + "`",
          type(attribute),
          PageText.cell(attribute.doc()) + where(attribute.where()),
          PageText.unset(attribute),
          PageText.impact(attribute.impact()),
          kind.host() ? "nothing to see" : PageText.seen(attribute));
    }
    out.append('\n');
  }

  private static String type(Attribute attribute) {
    String known = attribute.known() ? "known " : "";
    return PageText.code(known + TypeText.withSecrets(attribute.type()));
  }

  private static String where(Optional<Type.Condition> where) {
    return where.map(it -> " Holds: " + PageText.code(it.term()) + ".").orElse("");
  }

  private void types() {
    for (NamedType type : used()) {
      paragraph("## Type `" + type.name() + "`");
      paragraph(type.doc().strip());
      describe(type.type());
    }
  }

  private void describe(Type type) {
    switch (type) {
      case Type.ObjectOf object -> fields(object);
      case Type.Refined(var ignored, Type base, Type.Condition condition) -> {
        paragraph("Holds: " + PageText.code(condition.term()) + ".");
        describe(base);
      }
      case Type other -> paragraph(PageText.code(TypeText.withSecrets(other)).replace("\\|", "|"));
    }
  }

  private void fields(Type.ObjectOf object) {
    row("field", "type", "what it is", "left out");
    row("---", "---", "---", "---");
    for (Type.Field field : object.fields().values()) {
      String unset = field.mayBeAbsent() ? "none" : "**must be set**";
      row(
          "`" + field.name() + "`",
          PageText.code(TypeText.withSecrets(field.type())),
          PageText.cell(field.doc()) + where(field.where()),
          field.value().map(PageText::code).orElse(unset));
    }
    out.append('\n');
  }

  /** The named types that the kind's attributes use, the outer ones first. */
  private List<NamedType> used() {
    Set<String> names = new LinkedHashSet<>();
    kind.attributes().forEach(attribute -> TypeUses.add(attribute.type(), names));
    kind.blocks()
        .forEach(block -> block.attributes().forEach(it -> TypeUses.add(it.type(), names)));
    return names.stream().filter(kinds.types()::containsKey).map(kinds.types()::get).toList();
  }

  private void outputs() {
    if (kind.outputs().isEmpty()) {
      return;
    }
    paragraph("## Outputs");
    row("output", "type", "what it is", "changes on");
    row("---", "---", "---", "---");
    for (KindSchema.Output output : kind.outputs()) {
      row(
          "`" + output.name() + "`",
          PageText.code(TypeText.withSecrets(output.type())),
          PageText.cell(output.doc()) + example(output),
          output.changesOn().map(impact -> "`" + impact.word() + "`").orElse(""));
    }
    out.append('\n');
  }

  private static String example(KindSchema.Output output) {
    return output.example().map(it -> " Such as " + PageText.code(it) + ".").orElse("");
  }

  private void states() {
    if (kind.states().isEmpty()) {
      return;
    }
    paragraph("## States");
    for (KindSchema.State state : kind.states()) {
      String requires =
          state.requires().map(term -> " Needs " + PageText.code(term) + ".").orElse("");
      out.append("- `").append(state.name()).append("`: ");
      out.append(PageText.cell(state.doc())).append(requires.replace("\\|", "|")).append('\n');
    }
    out.append('\n');
  }

  private void checks() {
    if (kind.checks().isEmpty()) {
      return;
    }
    paragraph("## Checks");
    for (KindSchema.Check check : kind.checks()) {
      for (Type.Condition condition : check.assertions()) {
        String code = PageText.code(condition.term()).replace("\\|", "|");
        out.append("- ").append(check.title()).append(": ").append(code).append('\n');
      }
    }
  }

  private void paragraph(String text) {
    out.append(text).append("\n\n");
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}

package dev.dvl.codegen;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.TermText;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;

/** The sentences of a reference page about a kind and its attributes. */
final class PageText {
  private PageText() {}

  /** How objects of a kind are known to be dvl's own, and whether the new one comes first. */
  static String identity(KindSchema kind) {
    String record =
        kind.rewritable()
            ? "moving and adopting write it anew, and forgetting takes it off."
            : "it stays as it was written.";
    String known =
        switch (kind.identity()) {
          case BORN -> "dvl knows its own by a record that they are made with; " + record;
          case MARKED ->
              "dvl knows its own by a record that a second call writes on them; " + record;
          case NAMED -> "dvl knows its own by their names: whoever claims a name has it.";
          case PART -> "It is a part of another object, which has the record.";
        };
    return known + (kind.startsFirst() ? " A new one always comes before the old one goes." : "");
  }

  /** What it means to leave an attribute out. */
  static String unset(Attribute attribute) {
    if (attribute.resolved()) {
      return "found while planning, never written";
    }
    return attribute.required() ? "**must be set**" : unset(attribute.unset());
  }

  private static String unset(Attribute.Default unset) {
    return switch (unset) {
      case Attribute.Default.Sent(Term value) -> code(value);
      case Attribute.Default.Engine(Term value) -> engine(value);
      case Attribute.Default.Image(String path, var otherwise) ->
          "the image's `" + path + "`" + otherwise.map(value -> ", else " + code(value)).orElse("");
      case Attribute.Default.Made ignored -> "made from stack and address";
      case Attribute.Default.Unmanaged ignored -> "left alone";
      case Attribute.Default.When(Term condition, var then, var otherwise) ->
          "if " + code(condition) + ": " + unset(then) + "; else: " + unset(otherwise);
    };
  }

  private static String engine(Term value) {
    return value instanceof Term.Literal(Value.Null ignored)
        ? "none"
        : "the platform's default: " + code(value);
  }

  /** What a change costs. */
  static String impact(Term impact) {
    return switch (impact) {
      case Term.Literal(Value.Text(String word)) -> "`" + word + "`";
      case Term.Call(String function, List<Term> arguments) when function.equals("if") ->
          impact(arguments.get(1))
              + " if "
              + code(arguments.get(0))
              + ", else "
              + impact(arguments.get(2));
      case Term other -> code(other);
    };
  }

  /** Whether a change that others make is noticed. */
  static String seen(Attribute attribute) {
    return switch (attribute.readback()) {
      case VALUE -> "yes";
      case HASH -> "no: a fingerprint is kept";
      case NEVER -> "nothing to see";
    };
  }

  static String code(Term term) {
    return code(TermText.of(term));
  }

  /** Code for a cell of a table. */
  static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  /** Text for a cell of a table: one line. */
  static String cell(String text) {
    return text.strip().replaceAll("\\s*\\n\\s*", " ").replace("|", "\\|");
  }
}

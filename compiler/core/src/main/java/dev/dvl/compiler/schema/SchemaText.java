package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints kinds as they were understood: a line for each part, without documentation. */
public final class SchemaText {
  private final StringBuilder out = new StringBuilder();

  private SchemaText() {}

  public static String of(Kinds kinds) {
    SchemaText text = new SchemaText();
    kinds.types().values().forEach(text::type);
    kinds.byName().values().forEach(text::kind);
    return text.out.toString();
  }

  /** What unset means, as schemas write it. */
  public static String of(Attribute.Default unset) {
    return switch (unset) {
      case Attribute.Default.Sent(var value) -> "= " + TermText.of(value);
      case Attribute.Default.Engine(var value) -> "engine(" + TermText.of(value) + ")";
      case Attribute.Default.Image(var path, var otherwise) ->
          "image(" + path + otherwise.map(value -> ", " + TermText.of(value)).orElse("") + ")";
      case Attribute.Default.Made ignored -> "made()";
      case Attribute.Default.Unmanaged ignored -> "unmanaged()";
      case Attribute.Default.When(var condition, var then, var otherwise) ->
          "if " + TermText.of(condition) + " then " + of(then) + " else " + of(otherwise);
    };
  }

  private static String of(Attribute.Digest digest) {
    return switch (digest) {
      case Attribute.Digest.Copies(var attribute, var source) ->
          "copies(" + attribute + "." + source + ")";
      case Attribute.Digest.Context(var folder, var file, var arguments) ->
          "context(" + folder + ", " + file + ", " + arguments + ")";
    };
  }

  private void type(NamedType type) {
    line(0, "type " + type.name() + ": " + shown(type.type()));
  }

  private static String shown(Type type) {
    return switch (type) {
      case Type.Refined(var ignored, Type base, Type.Condition condition) ->
          shown(base) + " where " + TermText.of(condition.term());
      case Type.ObjectOf(var ignored, var fields, var qualifiers) ->
          TypeText.of(new Type.ObjectOf(Optional.empty(), fields, qualifiers));
      case Type other -> TypeText.of(other);
    };
  }

  private void kind(KindSchema kind) {
    String place =
        kind.placedOn().map(it -> " on " + it + ", " + identity(kind)).orElse(" (a host)");
    line(0, "kind " + kind.name() + place);
    kind.provides()
        .forEach(
            it ->
                line(
                    1,
                    "provides "
                        + it.name()
                        + it.condition().map(term -> " if " + TermText.of(term)).orElse("")
                        + it.host().map(SchemaText::host).orElse("")));
    kind.attributes().forEach(attribute -> attribute(1, attribute));
    kind.blocks().forEach(this::block);
    kind.outputs().forEach(this::output);
    kind.states()
        .forEach(
            it ->
                line(
                    1,
                    "state "
                        + it.name()
                        + it.requires().map(term -> " requires " + TermText.of(term)).orElse("")));
    kind.checks()
        .forEach(
            check -> check.assertions().forEach(it -> line(1, "assert " + TermText.of(it.term()))));
  }

  private static String host(KindSchema.OfferedHost host) {
    return ": host " + host.kind() + " after " + host.after() + ", " + TermText.of(host.values());
  }

  private static String identity(KindSchema kind) {
    String record = kind.rewritable() ? ", record rewritten" : ", record fixed";
    return word(kind.identity())
        + (kind.identity().isRecorded() ? record : "")
        + (kind.startsFirst() ? ", start first" : "");
  }

  private void block(Block block) {
    String form = block.labelled() ? "[label]" : block.optional() ? "?" : "";
    String added = block.added().map(term -> ", added " + TermText.of(term)).orElse("");
    String removed = block.removed().map(term -> ", removed " + TermText.of(term)).orElse("");
    line(
        1,
        "block "
            + block.name()
            + form
            + " impact "
            + TermText.of(block.impact())
            + added
            + removed);
    block.attributes().forEach(attribute -> attribute(2, attribute));
  }

  private void output(KindSchema.Output output) {
    String changes = output.changesOn().map(it -> " changes on " + it.word()).orElse("");
    String example = output.example().map(it -> " such as \"" + it + "\"").orElse("");
    String since = output.since().map(it -> " since " + it).orElse("");
    line(
        1,
        "output " + output.name() + ": " + TypeText.of(output.type()) + changes + example + since);
  }

  private void attribute(int depth, Attribute attribute) {
    List<String> parts = new ArrayList<>();
    attribute.where().ifPresent(it -> parts.add("where " + TermText.of(it.term())));
    parts.add("impact " + TermText.of(attribute.impact()));
    parts.add("unset " + of(attribute.unset()));
    addFlag(parts, attribute.known(), "known");
    addFlag(parts, attribute.resolved(), "resolved");
    attribute.digest().ifPresent(it -> parts.add("digest of " + of(it)));
    addFlag(parts, attribute.type().qualifiers().secret(), "secret");
    addFlag(parts, attribute.merge() == Attribute.Merge.KEYS, "merge keys");
    addFlag(
        parts,
        attribute.readback() != Attribute.Readback.VALUE,
        "readback " + word(attribute.readback()));
    addFlag(parts, !attribute.companions().isEmpty(), "with " + attribute.companions());
    attribute
        .unique()
        .ifPresent(
            it ->
                parts.add(
                    "unique "
                        + it.scope()
                        + it.resource().map(r -> "." + r).orElse("")
                        + it.apart().map(a -> " apart by " + a).orElse("")));
    attribute.by().ifPresent(it -> parts.add("by " + it));
    addFlag(parts, !attribute.elements().own().isEmpty(), "own " + attribute.elements().own());
    addFlag(
        parts, !attribute.elements().inside().isEmpty(), "inside " + attribute.elements().inside());
    attribute.elements().first().ifPresent(it -> parts.add("first " + it));
    attribute
        .elements()
        .cards()
        .ifPresent(it -> parts.add("cards " + it.block() + "." + it.network()));
    attribute.elements().within().ifPresent(it -> parts.add("within " + it));
    addFlag(parts, attribute.samePlace(), "same place");
    attribute.consumes().ifPresent(it -> parts.add("consumes " + it));
    String type = TypeText.of(attribute.type());
    line(depth, attribute.name() + ": " + type + "; " + String.join("; ", parts));
  }

  private static void addFlag(List<String> parts, boolean holds, String text) {
    if (holds) {
      parts.add(text);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }
}

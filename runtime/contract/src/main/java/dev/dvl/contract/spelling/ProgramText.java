package dev.dvl.contract.spelling;

import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Resources and their values as a program has them. */
final class ProgramText {
  private ProgramText() {}

  /** A resource with all that is set, but for what no program can set. */
  static String resource(KindSchema kind, String head, Map<String, Value> values) {
    StringBuilder text = new StringBuilder(head).append(" {\n");
    values.forEach(
        (name, value) -> {
          boolean settable = kind.attribute(name).filter(it -> !it.resolved()).isPresent();
          if (settable && !value.isNull()) {
            text.append("  ").append(name).append(" = ").append(of(value)).append('\n');
          }
          kind.block(name).ifPresent(block -> text.append(block(block, value)));
        });
    return text.append("}\n").toString();
  }

  private static String block(Block block, Value value) {
    return switch (value) {
      case Value.MapOf(var labelled) when block.labelled() ->
          labelled.entrySet().stream()
              .map(it -> block(block, block.name() + " " + it.getKey(), it.getValue()))
              .collect(Collectors.joining());
      case Value it -> block(block, block.name(), it);
    };
  }

  private static String block(Block block, String head, Value value) {
    if (!(value instanceof Value.ObjectOf(var fields))) {
      return "";
    }
    StringBuilder text = new StringBuilder("  ").append(head).append(" {\n");
    fields.forEach(
        (name, field) -> {
          if (block.attribute(name).filter(it -> !it.resolved()).isPresent() && !field.isNull()) {
            text.append("    ").append(name).append(" = ").append(of(field)).append('\n');
          }
        });
    return text.append("  }\n").toString();
  }

  static String of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Texts.quoted(text).replace("${", "\\${");
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> entries(entries, true);
      case Value.ObjectOf(var fields) -> entries(fields, false);
      case Value.Scalar scalar -> ValueText.of(scalar);
      case Value.Ref(var address, var ignored) -> address.toString();
      case Value.Deferred deferred ->
          throw new IllegalArgumentException("not known in the program: " + deferred);
    };
  }

  private static String list(Collection<Value> elements) {
    return elements.stream().map(ProgramText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String entries(Map<String, Value> entries, boolean quoted) {
    return entries.entrySet().stream()
        .filter(it -> !it.getValue().isNull())
        .map(it -> (quoted ? Texts.quoted(it.getKey()) : it.getKey()) + " = " + of(it.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}

package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.QualifiedName;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints any tree of records as an indented list of lists, without what is absent or false. */
final class TreePrinter {
  private static final int WIDTH = 100;

  private TreePrinter() {}

  static String print(FileTree tree) {
    StringBuilder out = new StringBuilder();
    tree.items().forEach(item -> out.append(indented(print(item), 0)).append('\n'));
    tree.comments()
        .forEach(
            comment ->
                out.append(line(tree.file(), comment.span()))
                    .append(": ")
                    .append(comment.kind())
                    .append(' ')
                    .append(Texts.quoted(comment.text()))
                    .append('\n'));
    return out.toString();
  }

  private static int line(SourceFile file, Span span) {
    return file.position(span.start()).line();
  }

  /** A node as text, or a list of a head and nodes. */
  private static Object print(Object node) {
    return switch (node) {
      case Name name -> name.isMissing() ? "<missing>" : name.text();
      case QualifiedName name -> name.text();
      case String text -> Texts.quoted(text);
      case Enum<?> constant -> constant.name();
      case Expr.NameRef name -> name.name();
      case Expr.Constant(var ignored, Value value) -> value(value);
      case Expr.Part.Chars(var ignored, String text) -> Texts.quoted(text);
      case Optional<?> optional -> print(optional.orElseThrow());
      case Record record -> fields(record);
      default -> node.toString();
    };
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Null ignored -> "null";
      case Value.Bool(boolean bool) -> Boolean.toString(bool);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Int(long number) -> Long.toString(number);
      case Value.Quantity(var dimension, long amount) ->
          amount + dimension.name().toLowerCase(Locale.ROOT);
      default -> value.toString();
    };
  }

  private static List<Object> fields(Record record) {
    List<Object> list = new ArrayList<>();
    list.add(record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object field = get(record, component);
      if (field instanceof List<?> several) {
        several.forEach(one -> list.add(one.equals(Optional.empty()) ? "*" : print(one)));
      } else if (field instanceof Boolean flag) {
        list.addAll(flag ? List.of(component.getName()) : List.of());
      } else if (!(field instanceof Span) && !field.equals(Optional.empty())) {
        boolean named =
            field instanceof Optional && record.getClass().getRecordComponents().length > 3;
        Object printed = print(field);
        if (!(printed instanceof List<?> empty && empty.equals(List.of("Lead")))) {
          list.add(named ? List.of(component.getName() + ":", printed) : printed);
        }
      }
    }
    return list;
  }

  static Object get(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }

  private static String indented(Object printed, int depth) {
    String flat = flat(printed);
    if (!(printed instanceof List<?> list) || flat.length() + depth <= WIDTH) {
      return flat;
    }
    StringBuilder out = new StringBuilder("(");
    int simple = 0;
    while (simple < list.size() && list.get(simple) instanceof String text) {
      out.append(simple++ == 0 ? "" : " ").append(text);
    }
    for (Object element : list.subList(simple, list.size())) {
      out.append('\n').append(" ".repeat(depth + 2)).append(indented(element, depth + 2));
    }
    return out.append(')').toString();
  }

  private static String flat(Object printed) {
    return printed instanceof List<?> list
        ? "(" + String.join(" ", list.stream().map(TreePrinter::flat).toList()) + ")"
        : printed.toString();
  }
}

package dev.dvl.engine.json;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} wrote. */
public final class ValueReader {
  private ValueReader() {}

  public static Value value(@Nullable Object tree) throws IOException {
    return switch (tree) {
      case null -> Value.Null.NULL;
      case Boolean holds -> Value.of(holds.booleanValue());
      case Long number -> Value.of(number.longValue());
      case String text -> Value.text(text);
      case List<?> elements -> new Value.ListOf(values(elements));
      case Map<?, ?> ignored -> tagged(Fields.of(tree));
      default -> throw new IOException("not a value: " + tree);
    };
  }

  /** An object of JSON as a map of values. */
  public static SortedMap<String, Value> fields(@Nullable Object tree) throws IOException {
    SortedMap<String, Value> found = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map(tree).entrySet()) {
      found.put(String.valueOf(entry.getKey()), value(entry.getValue()));
    }
    return Collections.unmodifiableSortedMap(found);
  }

  public static Path path(@Nullable Object tree) throws IOException {
    List<Path.Step> steps = new ArrayList<>();
    for (Object step : list(tree)) {
      steps.add(
          switch (step) {
            case String name -> new Path.Step.Field(name);
            case Long index -> new Path.Step.Element(index.intValue());
            case null, default -> new Path.Step.Entry(Fields.of(step).text("entry"));
          });
    }
    return new Path(steps);
  }

  private static Value tagged(Fields fields) throws IOException {
    if (fields.has("decimal")) {
      return new Value.Decimal(new BigDecimal(fields.text("decimal")));
    } else if (fields.has("dimension")) {
      return new Value.Quantity(
          Dimension.valueOf(fields.text("dimension")), fields.number("amount"));
    } else if (fields.has("set")) {
      return new Value.SetOf(values(list(fields.raw("set"))));
    } else if (fields.has("map")) {
      return Value.MapOf.of(fields(fields.raw("map")));
    } else if (fields.has("object")) {
      return Value.ObjectOf.of(fields(fields.raw("object")));
    } else if (fields.has("ref")) {
      return new Value.Ref(fields.address("ref"), fields.text("kind"));
    }
    return new Value.Deferred(term(fields.raw("term")));
  }

  private static Term term(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    if (fields.has("var")) {
      return new Term.Var(fields.text("var"));
    } else if (fields.has("secret")) {
      return new Term.Secret(fields.text("secret"));
    } else if (fields.has("read")) {
      return new Term.Read(fields.address("read"), path(fields.raw("path")));
    } else if (fields.has("call")) {
      return new Term.Call(fields.text("call"), fields.list("arguments", ValueReader::term));
    }
    return new Term.Literal(value(fields.raw("value")));
  }

  private static List<Value> values(List<?> elements) throws IOException {
    List<Value> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(value(element));
    }
    return values;
  }

  private static List<?> list(@Nullable Object tree) throws IOException {
    if (tree instanceof List<?> list) {
      return list;
    }
    throw new IOException("a list was expected");
  }

  private static Map<?, ?> map(@Nullable Object tree) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      return map;
    }
    throw new IOException("an object was expected");
  }
}

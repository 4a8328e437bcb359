package dev.dvl.compiler.ir.codec;

import dev.dvl.compiler.diagnostic.JsonText;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.Map;

/**
 * Values and terms as JSON: null, booleans, whole numbers, texts and lists stand for themselves;
 * all else is an object whose first member tells what it is.
 */
final class ValueJson {
  private final JsonText out;

  ValueJson(JsonText out) {
    this.out = out;
  }

  void value(Value value) {
    switch (value) {
      case Value.Null ignored -> out.nothing();
      case Value.Bool(boolean holds) -> out.bool(holds);
      case Value.Int(long number) -> out.number(number);
      case Value.Text(String text) -> out.text(text);
      case Value.ListOf(var elements) -> array(elements);
      case Value.Decimal(var number) -> single("decimal", number.toPlainString());
      case Value.SetOf(var elements) -> {
        out.openObject().name("set");
        array(elements);
        out.closeObject();
      }
      case Value.MapOf(var entries) -> keyed("map", entries);
      case Value.ObjectOf(var fields) -> keyed("object", fields);
      case Value.Quantity(var dimension, long amount) ->
          out.openObject()
              .name("dimension")
              .text(dimension.name())
              .name("amount")
              .number(amount)
              .closeObject();
      case Value.Ref(var address, String kind) ->
          out.openObject()
              .name("ref")
              .text(address.toString())
              .name("kind")
              .text(kind)
              .closeObject();
      case Value.Deferred(Term term) -> {
        out.openObject().name("term");
        term(term);
        out.closeObject();
      }
    }
  }

  void fields(Map<String, Value> entries) {
    out.openObject();
    entries.forEach(
        (name, value) -> {
          out.name(name);
          value(value);
        });
    out.closeObject();
  }

  void term(Term term) {
    out.openObject();
    switch (term) {
      case Term.Literal(Value value) -> {
        out.name("value");
        value(value);
      }
      case Term.Var(String name) -> out.name("var").text(name);
      case Term.Secret(String name) -> out.name("secret").text(name);
      case Term.Read(var resource, Path path) ->
          out.name("read").text(resource.toString()).name("path").text(path.toString());
      case Term.Call(String function, var arguments) -> {
        out.name("call").text(function).name("arguments").openArray();
        arguments.forEach(this::term);
        out.closeArray();
      }
    }
    out.closeObject();
  }

  private void array(Collection<Value> elements) {
    out.openArray();
    elements.forEach(this::value);
    out.closeArray();
  }

  private void single(String name, String text) {
    out.openObject().name(name).text(text).closeObject();
  }

  private void keyed(String name, Map<String, Value> entries) {
    out.openObject().name(name);
    fields(entries);
    out.closeObject();
  }
}

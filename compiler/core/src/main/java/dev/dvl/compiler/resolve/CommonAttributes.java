package dev.dvl.compiler.resolve;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every kind of resource has: {@code after}, {@code protect}, {@code replace_when}, {@code
 * timeouts} and the block {@code update}. A kind does not declare these.
 *
 * <p>The types of {@code after} and {@code replace_when} are wider than types of the language can
 * say; the checker knows these two by name.
 */
public final class CommonAttributes {
  /** References and states to wait for, and lists of these. */
  public static final String AFTER = "after";

  /** Values whose change replaces the resource. */
  public static final String REPLACE_WHEN = "replace_when";

  private static final List<Attribute> ATTRIBUTES =
      List.of(
          attribute(AFTER, "What must be there before it.", new Type.Wrong()),
          attribute("protect", "Refuses to destroy or replace it.", Type.of(ScalarKind.BOOL)),
          attribute(REPLACE_WHEN, "Is replaced when one of these changes.", new Type.Wrong()),
          attribute(
              "timeouts",
              "How long each kind of change may take.",
              new Type.ObjectOf(
                  Optional.empty(), fields("create", "update", "destroy"), Qualifiers.PLAIN)));

  private static final Block UPDATE =
      new Block(
          "update",
          "How it is replaced.",
          false,
          true,
          List.of(
              attribute("order", "Which one goes first.", words("stop_first", "start_first")),
              attribute("wait", "When the new one is good.", words("started", "healthy")),
              attribute(
                  "on_failure",
                  "What happens when it is not.",
                  words("rollback", "stop", "rollback_all")),
              attribute(
                  "drain",
                  "How long the old one goes on with what it has begun, when the new one has its"
                      + " names.",
                  lasting()),
              attribute(
                  "max_parallel",
                  "How many elements of a keyed declaration are replaced or stopped at once.",
                  counted()),
              attribute(
                  "canary",
                  "A first batch of its own: of so many elements, or of those with these keys.",
                  new Type.Union(List.of(counted(), keys()))),
              attribute(
                  "health_window",
                  "How long the new one must have been good before it counts.",
                  lasting())),
          none(),
          Optional.empty(),
          Optional.empty());

  private CommonAttributes() {}

  public static Optional<Attribute> attribute(String name) {
    return ATTRIBUTES.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  public static Optional<Block> block(String name) {
    return name.equals(UPDATE.name()) ? Optional.of(UPDATE) : Optional.empty();
  }

  /** The names of all of them, for suggestions. */
  public static List<String> names() {
    return Stream.concat(ATTRIBUTES.stream().map(Attribute::name), Stream.of(UPDATE.name()))
        .toList();
  }

  private static Attribute attribute(String name, String doc, Type type) {
    return new Attribute(
        name,
        doc,
        new Type.Maybe(type),
        true,
        new Attribute.Default.Unmanaged(),
        Optional.empty(),
        none(),
        List.of(),
        Attribute.Merge.WHOLE,
        Attribute.Readback.NEVER,
        false,
        Optional.empty(),
        Optional.empty(),
        Attribute.Elements.NONE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, Type.Field> fields(String... names) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    for (String name : names) {
      fields.put(
          name,
          new Type.Field(
              name, "", Type.of(ScalarKind.DURATION), true, Optional.empty(), Optional.empty()));
    }
    return fields;
  }

  private static Type counted() {
    return new Type.Refined(
        "count",
        Type.of(ScalarKind.INT),
        condition(Value.of(1), "one element at least is replaced at a time"));
  }

  private static Type keys() {
    Type key = new Type.Union(List.of(Type.of(ScalarKind.INT), Type.of(ScalarKind.STRING)));
    return new Type.ListOf(key, Qualifiers.PLAIN);
  }

  private static Type lasting() {
    return new Type.Refined(
        "time",
        Type.of(ScalarKind.DURATION),
        condition(new Value.Quantity(Dimension.DURATION, 0), "a time is not negative"));
  }

  private static Type.Condition condition(Value least, String otherwise) {
    return new Type.Condition(
        Term.call(">=", new Term.Var("it"), Term.literal(least)),
        Optional.of(Term.literal(Value.text(otherwise))));
  }

  private static Type words(String... words) {
    return new Type.Union(
        Stream.of(words)
            .map(word -> (Type) new Type.Literal(Value.text(word), Qualifiers.PLAIN))
            .toList());
  }

  private static Term none() {
    return Term.literal(Value.text(Impact.NONE.word()));
  }
}

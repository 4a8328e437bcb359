package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Blend;
import dev.dvl.compiler.check.fit.FieldTypes;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.CommonAttributes;
import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes as the program sets them, and what reading them gives. */
public final class SettingTypes {
  private final Typing typing;
  private final IdentityHashMap<Item.Attribute, Type> checked = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol.Placed, Context> contexts = new IdentityHashMap<>();

  SettingTypes(Typing typing) {
    this.typing = typing;
  }

  /** What holds in the body of a resource or of a use of a component. */
  public Context context(Symbol.Placed placed) {
    return contexts.computeIfAbsent(
        placed, it -> Context.NONE.and(typing.narrowing().inside(it.enclosing())));
  }

  /** Checks an attribute, once; the type of its value. */
  public Type check(Item.Attribute item, Context context) {
    Type known = checked.get(item);
    if (known != null) {
      return known;
    }
    String name = Objects.name(item.key()).orElse("?");
    if (!typing.symbols().progress().enter(item, name, item.key().span(), false)) {
      return Shapes.WRONG;
    }
    Optional<Symbol.Param> given = typing.names().given(item);
    Type type =
        given.isPresent()
            ? typing.check(item.value(), typing.components().wanted(given.get()), context)
            : typing
                .names()
                .meaning(item)
                .map(it -> value(item, it, context))
                .orElseGet(() -> loose(item, context));
    typing.symbols().progress().leave();
    checked.put(item, type);
    return type;
  }

  /** An attribute that means nothing: only its value is looked at. */
  private Type loose(Item.Attribute item, Context context) {
    typing.infer(item.value(), context);
    return Shapes.WRONG;
  }

  private Type value(Item.Attribute item, Attribute schema, Context context) {
    return switch (schema.name()) {
      case CommonAttributes.AFTER -> new AfterTypes(typing).check(item.value(), context);
      case CommonAttributes.REPLACE_WHEN -> new ReplaceWhen(typing).check(item.value(), context);
      case String ignored -> ordinary(item, schema, context);
    };
  }

  private Type ordinary(Item.Attribute item, Attribute schema, Context context) {
    if (schema.resolved()) {
      typing.report(
          Diagnostic.at(
                  CheckCodes.NOT_SETTABLE,
                  item.key().span(),
                  "`" + schema.name() + "` cannot be set")
              .note("Only the world outside tells its value."));
      return loose(item, context);
    }
    return typing.check(item.value(), wanted(schema), context);
  }

  /** What a program may give for an attribute. Null is as if it were not there. */
  private static Type wanted(Attribute schema) {
    Type type = schema.known() ? Qualities.at(Stage.KNOWN, schema.type()) : schema.type();
    return schema.required() ? type : Shapes.maybe(type);
  }

  /** What reading an attribute gives: what the program sets, else what is made or known of it. */
  public Type read(Optional<Symbol> owner, Attribute schema) {
    if (owner.isEmpty()) {
      boolean known = schema.known();
      return unset(schema, known ? Stage.KNOWN : Stage.LATER);
    }
    return switch (owner.get()) {
      case Symbol.Resource resource -> read(resource.item().body(), schema, context(resource));
      case Symbol.Host host -> read(host.item().body(), schema, Context.NONE);
      case Symbol ignored -> Shapes.WRONG;
    };
  }

  private Type read(Optional<Body> body, Attribute schema, Context context) {
    Optional<Item.Attribute> item = body.flatMap(it -> item(it, schema.name()));
    if (item.isEmpty()) {
      return unset(schema, schema.resolved() ? Stage.LATER : Stage.KNOWN);
    }
    Type actual = check(item.get(), context);
    if (Shapes.isWrong(actual)) {
      return actual;
    }
    Type type = Blend.of(schema.type(), actual);
    boolean there = !(actual instanceof Type.Maybe) && !(actual instanceof Type.Null);
    return there ? Shapes.present(type) : orDefault(schema, type);
  }

  private static Optional<Item.Attribute> item(Body body, String name) {
    for (Item item : body.items()) {
      if (item instanceof Item.Attribute attribute
          && Objects.name(attribute.key()).filter(name::equals).isPresent()) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  private static Type unset(Attribute schema, Stage stage) {
    return orDefault(schema, Qualities.at(stage, schema.type()));
  }

  private static Type orDefault(Attribute schema, Type type) {
    return switch (schema.unset()) {
      case Attribute.Default.Sent ignored -> Shapes.present(type);
      case Attribute.Default.Made ignored -> Shapes.present(type);
      case Attribute.Default.Engine _, Attribute.Default.Image _, Attribute.Default.When _ ->
          Shapes.maybe(type);
      case Attribute.Default.Unmanaged ignored -> schema.required() ? type : Shapes.maybe(type);
    };
  }

  /** What reading a block gives: an object, or for a labelled block a map of objects. */
  public Type read(Optional<Symbol> owner, Block schema) {
    List<Item.Declaration> written = owner.map(it -> written(it, schema)).orElse(List.of());
    boolean single = written.size() == 1 && !schema.labelled();
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    for (Attribute attribute : schema.attributes()) {
      Type type =
          single
              ? read(written.getFirst().body(), attribute, context(owner.orElseThrow()))
              : unset(
                  attribute, owner.isPresent() && written.isEmpty() ? Stage.KNOWN : Stage.LATER);
      fields.put(attribute.name(), FieldTypes.of(attribute.name(), type));
    }
    Type object = new Type.ObjectOf(Optional.empty(), fields, Qualifiers.PLAIN);
    if (schema.labelled()) {
      return new Type.MapOf(object, Qualifiers.PLAIN);
    }
    return single ? object : Shapes.maybe(object);
  }

  private Context context(Symbol owner) {
    return owner instanceof Symbol.Placed placed ? context(placed) : Context.NONE;
  }

  private List<Item.Declaration> written(Symbol owner, Block schema) {
    Optional<Body> body =
        switch (owner) {
          case Symbol.Resource resource -> resource.item().body();
          case Symbol.Host host -> host.item().body();
          case Symbol ignored -> Optional.empty();
        };
    return body.map(Body::items).orElse(List.of()).stream()
        .filter(Item.Declaration.class::isInstance)
        .map(Item.Declaration.class::cast)
        .filter(it -> isPart(it, schema))
        .toList();
  }

  private boolean isPart(Item.Declaration item, Block schema) {
    return typing.names().meaning(item).orElse(null) instanceof Meaning.Part(Block block)
        && block.equals(schema);
  }
}

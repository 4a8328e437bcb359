package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.Causes;
import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.ComponentTypes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Demands;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.fit.Blend;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.check.result.Access;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Label;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Components: what stands in them is typed once, with all that is given to them known. A use that
 * gives something later is held to a {@link Trials trial} of that.
 */
final class Components implements ComponentTypes {
  private final Typing typing;
  private final Trials trials;
  private final Tried tried;
  private final IdentityHashMap<Symbol.Param, Type> open = new IdentityHashMap<>();
  private final IdentityHashMap<Item.Output, Type> shown = new IdentityHashMap<>();
  private final Set<Item.Component> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Which parameters of which component are later than usual here. */
  record Tried(Optional<Item.Component> component, Map<String, Type> late) {
    static final Tried NOTHING = new Tried(Optional.empty(), Map.of());
  }

  Components(Typing typing, Trials trials, Tried tried) {
    this.typing = typing;
    this.trials = trials;
    this.tried = tried;
  }

  @Override
  public boolean enter(Symbol.Component component) {
    return tried.component().isEmpty() && entered.add(component.item());
  }

  @Override
  public Type place(Item.On on) {
    Type known = typing.types().of(on.type());
    return Shapes.isWrong(known) ? typing.written().place(on.type()) : known;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // items are compared by identity
  public Type parameter(Symbol.Param param) {
    Optional<Item.Component> around = Enclosure.component(param.enclosing());
    Type late = tried.late().get(param.name());
    boolean isTried = around.isPresent() && tried.component().orElse(null) == around.get();
    return isTried && late != null ? late : Qualities.at(Stage.KNOWN, open(param));
  }

  @Override
  public Type open(Symbol.Param param) {
    return open.computeIfAbsent(param, it -> typing.written().open(it.item().type()));
  }

  @Override
  public Type wanted(Symbol.Param param) {
    return param.item().value().isPresent() ? Shapes.maybe(open(param)) : open(param);
  }

  @Override
  public Type shown(Item.Output item) {
    Type known = shown.get(item);
    if (known != null) {
      return known;
    }
    String name = item.name().text();
    if (!typing.symbols().progress().enter(item, name, item.name().span(), false)) {
      return Shapes.WRONG;
    }
    Type type = item.value().map(value -> value(item, value)).orElse(Shapes.WRONG);
    typing.symbols().progress().leave();
    shown.put(item, type);
    return type;
  }

  private Type value(Item.Output item, Expr value) {
    Type type;
    if (item.type().isPresent()) {
      Type declared = typing.written().open(item.type().get());
      Type actual = typing.check(value, declared, Context.NONE);
      new TypeRules(typing).inside(item.type().get());
      type =
          Shapes.isWrong(actual) ? Qualities.at(Stage.KNOWN, declared) : Blend.of(declared, actual);
    } else {
      type = typing.infer(value, Context.NONE);
    }
    return new Demands(typing).noComponent(value, type, "an output") ? type : Shapes.WRONG;
  }

  @Override
  public Type read(Expr.Member member, Type.Composite composite) {
    Optional<Symbol.Component> component = trials.component(composite);
    if (component.isEmpty() || member.name().isMissing()) {
      return Shapes.WRONG;
    }
    String name = member.name().text();
    Contents contents = typing.names().contents(component.get());
    Optional<Item.Output> output = contents.output(name);
    if (output.isEmpty()) {
      typing.report(inside(member, component.get(), contents));
      return Shapes.WRONG;
    }
    typing.types().put(member, new Access.Shown(output.get()));
    return typing.origin(member.target()).orElse(null) instanceof Symbol.Use use
        ? read(use, output.get())
        : Qualities.with(trials.usual(output.get()), new Qualifiers(Stage.LATER, false));
  }

  private Type read(Symbol.Use use, Item.Output output) {
    Map<String, Type> late = types(given(use));
    return late.isEmpty()
        ? trials.usual(output)
        : trials.of(use.component(), late).output(output.name().text());
  }

  private static Diagnostic inside(
      Expr.Member member, Symbol.Component component, Contents contents) {
    List<String> outputs = contents.outputs().stream().map(it -> it.name().text()).toList();
    String name = member.name().text();
    Diagnostic unknown =
        Diagnostic.at(
            CheckCodes.INSIDE,
            member.name().span(),
            "`" + component.name() + "` has no output `" + name + "`");
    Optional<String> near = Spelling.note("an output", name, outputs);
    return near.map(unknown::note)
        .orElseGet(
            () ->
                unknown.note(
                    "What stands in a component cannot be read from outside. " + all(outputs)));
  }

  private static String all(List<String> outputs) {
    return outputs.isEmpty()
        ? "This one has no outputs."
        : outputs.stream()
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(", ", "Its outputs are ", "."));
  }

  /** What a use gives that is later: the attribute, and the type that the parameter then has. */
  private record Given(Item.Attribute attribute, Type type) {}

  private Map<String, Given> given(Symbol.Use use) {
    Map<String, Given> late = new LinkedHashMap<>();
    Context context = typing.settings().context(use);
    for (Item item : use.item().body().map(Body::items).orElse(List.of())) {
      if (item instanceof Item.Attribute attribute) {
        typing.names().given(attribute).ifPresent(it -> given(attribute, it, context, late));
      }
    }
    return late;
  }

  private void given(
      Item.Attribute attribute, Symbol.Param param, Context context, Map<String, Given> late) {
    Type actual = typing.settings().check(attribute, context);
    if (Qualities.isLater(actual)) {
      late.put(param.name(), new Given(attribute, Blend.of(open(param), actual)));
    }
  }

  private static Map<String, Type> types(Map<String, Given> given) {
    Map<String, Type> types = new HashMap<>();
    given.forEach((name, it) -> types.put(name, it.type()));
    return types;
  }

  @Override
  public void late(Symbol.Use use) {
    Map<String, Given> late = given(use);
    if (late.isEmpty()
        || trials.of(use.component(), types(late)).problems().isEmpty()
        || !trials.isSound(use.component())) {
      return;
    }
    late.forEach(
        (name, given) ->
            trials.of(use.component(), Map.of(name, given.type())).problems().stream()
                .findFirst()
                .ifPresent(problem -> late(use.component(), name, given, problem)));
  }

  private void late(Symbol.Component component, String name, Given given, Diagnostic problem) {
    Label inside = problem.primary().orElseThrow();
    Span span = given.attribute().value().span();
    String text = "`" + name + "` of `" + component.name() + "` must be known when planning";
    Diagnostic late = Diagnostic.at(CheckCodes.LATE_FOR_COMPONENT, span, text);
    typing.report(
        new Causes(typing)
            .later(late, given.attribute().value())
            .label(inside.span(), inside.text()));
  }
}

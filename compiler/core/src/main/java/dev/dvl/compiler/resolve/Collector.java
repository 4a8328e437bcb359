package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import java.util.List;

/** Finds the declarations of a module and makes a symbol for each. */
final class Collector {
  private final Module module;
  private final Unavailable unavailable;
  private final Registry registry;
  private final Classifier classifier;

  Collector(Module module) {
    this.module = module;
    this.unavailable = new Unavailable(module);
    this.registry = new Registry(module);
    this.classifier = new Classifier(module);
  }

  /** Enters the components of a file: their names are those of kinds wherever they stand. */
  void components(List<Item> items) {
    for (Item item : items) {
      if (item instanceof Item.Component component) {
        registry.add(component);
      }
    }
  }

  void collect(List<Item> items) {
    collect(items, Setting.module(module.scope()));
  }

  /** Reports what can only be seen when all names are known. */
  void finish() {
    registry.reportHidden();
  }

  private void collect(List<Item> items, Setting where) {
    for (Item item : items) {
      unavailable.lead(item);
      visibility(item, where);
      collect(item, where);
    }
  }

  private void collect(Item item, Setting where) {
    switch (item) {
      case Item.Module module -> atTop(module, where, () -> {});
      case Item.Param param -> outside(param, where, () -> registry.add(param, where));
      case Item.Secret secret -> atTop(secret, where, () -> registry.add(secret));
      case Item.Type type -> atTop(type, where, () -> registry.add(type));
      case Item.Fn fn -> atTop(fn, where, () -> registry.add(fn));
      case Item.Host host -> atTop(host, where, () -> registry.add(host));
      case Item.Output output -> outside(output, where, () -> registry.add(output, where));
      case Item.Check check -> outside(check, where, () -> contents(where).add(check));
      case Item.Let let -> let(let, where);
      case Item.For loop -> loop(loop, where);
      case Item.If choice -> choice(choice, where);
      case Item.Declaration declaration -> declaration(declaration, where);
      case Item.Attribute attribute -> attribute(attribute, where);
      case Item.Import it -> atTop(it, where, () -> {});
      case Item.Component it -> atTop(it, where, () -> component(it, where));
      case Item.Moved it -> atTop(it, where, () -> module.declared().add(it));
      case Item.Adopt it -> atTop(it, where, () -> module.declared().add(it));
      case Item.Forget it -> atTop(it, where, () -> module.declared().add(it));
      case Item.Test test -> atTop(test, where, () -> tests(test));
      case Item.Expect it -> misplaced(it, "`expect` stands in a test");
      case Item.ExpectWords it -> misplaced(it, "`expect` stands in a test");
      case Item.Apply it -> misplaced(it, "`apply` stands in a test");
      case Item.Assert it -> misplaced(it, "`assert` stands in a check");
      case Item.Kind it -> schema(it);
      case Item.Provides it -> schema(it);
      case Item.BlockSchema it -> schema(it);
      case Item.State it -> schema(it);
      case Item.Field it -> field(it, where);
      case Item.Broken ignored -> {}
    }
  }

  /** Those of an imported module are run where it is the program. */
  private void tests(Item.Test test) {
    if (module.isRoot()) {
      module.declared().add(test);
    }
  }

  private void visibility(Item item, Setting where) {
    boolean shared =
        switch (item) {
          case Item.Let _, Item.Type _, Item.Fn _, Item.Component _ -> where.isModule();
          case Item ignored -> false;
        };
    if (item.lead().isPrivate() && !shared) {
      module.report(
          Diagnostic.at(NameCodes.OUT_OF_PLACE, item.span(), "nothing else could use this anyway")
              .note(
                  "`private` stands before values, types, functions and components at the top of"
                      + " a file."));
    }
  }

  private void atTop(Item item, Setting where, Runnable declare) {
    if (where.isModule()) {
      declare.run();
    } else {
      misplaced(item, "this stands at the top of a file");
    }
  }

  /** What a module has, and a component too. */
  private void outside(Item item, Setting where, Runnable declare) {
    if (where.isModule() || where.isComponent()) {
      declare.run();
    } else {
      misplaced(item, "this stands at the top of a file or of a component");
    }
  }

  private void component(Item.Component component, Setting where) {
    Setting inside = where.inside(component, module);
    component.on().ifPresent(on -> registry.add(new Symbol.Place(component, on), inside.scope()));
    collect(component.body().items(), inside);
  }

  private Contents contents(Setting where) {
    return module.declared().contents(where.component());
  }

  private void let(Item.Let let, Setting where) {
    if (where.isResourceBody()) {
      misplaced(let, "a resource has no `let` of its own");
    } else {
      registry.add(let, where);
    }
  }

  private void loop(Item.For loop, Setting where) {
    Setting inside = where.inside(loop, module);
    module.declared().variables(loop.head()).forEach(it -> registry.add(it, inside.scope()));
    collect(loop.body().items(), inside);
  }

  private void choice(Item.If choice, Setting where) {
    Body then = choice.then();
    collect(then.items(), where.inside(choice, true, then, module));
    choice
        .otherwise()
        .ifPresent(body -> collect(body.items(), where.inside(choice, false, body, module)));
  }

  private void declaration(Item.Declaration declaration, Setting where) {
    classifier
        .classify(declaration, where)
        .ifPresent(
            symbol -> {
              registry.add(declaration, symbol, where);
              if (symbol instanceof Symbol.Resource resource) {
                declaration.body().ifPresent(it -> collect(it.items(), where.inside(resource)));
              }
            });
  }

  private void attribute(Item.Attribute attribute, Setting where) {
    if (where.parent().isEmpty()) {
      module.report(
          Diagnostic.at(NameCodes.OUT_OF_PLACE, attribute.span(), "an attribute of nothing")
              .note("A name for a value is written `let name = value`."));
    } else if (!where.loose()) {
      module.report(
          Diagnostic.at(
                  NameCodes.OUT_OF_PLACE,
                  attribute.span(),
                  "only blocks may stand in `for` and `if`")
              .note("Write the attribute once, as in `memory = if big then 8GiB else null`."));
    }
  }

  private void schema(Item item) {
    module.report(outOfSchema(item));
  }

  private static Diagnostic outOfSchema(Item item) {
    return Diagnostic.at(
        NameCodes.OUT_OF_PLACE,
        item.span(),
        "this stands in the schema of a kind, not in a program");
  }

  private void field(Item.Field field, Setting where) {
    Diagnostic wrong = outOfSchema(field);
    boolean inBlock = where.parent().isPresent();
    module.report(inBlock ? FieldAsAttribute.of(field).map(wrong::fix).orElse(wrong) : wrong);
  }

  private void misplaced(Item item, String text) {
    module.report(Diagnostic.at(NameCodes.OUT_OF_PLACE, item.span(), text));
  }
}

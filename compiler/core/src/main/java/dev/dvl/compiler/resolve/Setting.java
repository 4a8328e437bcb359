package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an item stands.
 *
 * @param enclosing the {@code for} and {@code if} items around it, outermost first
 * @param parent the resource in whose body it stands
 * @param loose whether it stands directly in the module or a resource, not in a for or if there
 */
record Setting(
    Scope scope, List<Enclosure> enclosing, Optional<Symbol.Resource> parent, boolean loose) {

  static Setting module(Scope scope) {
    return new Setting(scope, List.of(), Optional.empty(), true);
  }

  boolean isModule() {
    return loose && parent.isEmpty() && enclosing.isEmpty();
  }

  /** Directly in a component, not in a for, an if or a resource there. */
  boolean isComponent() {
    return loose && parent.isEmpty() && component().isPresent();
  }

  Optional<Item.Component> component() {
    return Enclosure.component(enclosing);
  }

  /** The scope in which resources are visible: that of the component, else of the module. */
  Scope home(Module module) {
    return component().map(it -> module.scope(it.body(), module.scope())).orElse(module.scope());
  }

  boolean isResourceBody() {
    return loose && parent.isPresent();
  }

  Setting inside(Symbol.Resource resource) {
    return new Setting(scope, enclosing, Optional.of(resource), true);
  }

  Setting inside(Item.Component component, Module module) {
    Scope inner = module.scope(component.body(), scope);
    return new Setting(inner, List.of(new Enclosure.Inside(component)), Optional.empty(), true);
  }

  Setting inside(Item.For loop, Module module) {
    return within(new Enclosure.Loop(loop), loop.body(), module);
  }

  Setting inside(Item.If choice, boolean then, Body body, Module module) {
    return within(new Enclosure.Branch(choice, then), body, module);
  }

  private Setting within(Enclosure enclosure, Body body, Module module) {
    List<Enclosure> longer = new ArrayList<>(enclosing);
    longer.add(enclosure);
    return new Setting(module.scope(body, scope), List.copyOf(longer), parent, false);
  }
}

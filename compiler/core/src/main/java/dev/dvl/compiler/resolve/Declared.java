package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Where;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The symbols of a module and what declares them. */
final class Declared {
  private final List<Symbol> symbols = new ArrayList<>();
  private final IdentityHashMap<Item, Symbol> byItem = new IdentityHashMap<>();
  private final IdentityHashMap<Item.FnParam, Symbol.FnParam> fnParams = new IdentityHashMap<>();
  private final IdentityHashMap<ComprehensionHead, List<Symbol.Loop>> variables =
      new IdentityHashMap<>();
  private final IdentityHashMap<Where, Symbol.It> its = new IdentityHashMap<>();
  private final List<Item.Moved> moves = new ArrayList<>();
  private final List<Item.Adopt> adoptions = new ArrayList<>();
  private final List<Item.Forget> forgotten = new ArrayList<>();
  private final List<Item.Test> tests = new ArrayList<>();
  private final Contents contents = new Contents();
  private final IdentityHashMap<Item.Component, Contents> inside = new IdentityHashMap<>();
  private String module = "main";

  String module() {
    return module;
  }

  void module(String name) {
    module = name;
  }

  void add(Item item, Symbol symbol) {
    symbols.add(symbol);
    byItem.put(item, symbol);
    switch (symbol) {
      case Symbol.Param param -> contents(Enclosure.component(param.enclosing())).add(param);
      case Symbol.Placed placed -> contents(Enclosure.component(placed.enclosing())).add(placed);
      case Symbol ignored -> {}
    }
  }

  /** What makes up the program, outside of components. */
  Contents contents() {
    return contents;
  }

  Contents contents(Item.Component component) {
    return inside.computeIfAbsent(component, it -> new Contents());
  }

  Contents contents(Optional<Item.Component> component) {
    return component.map(this::contents).orElse(contents);
  }

  void add(Item.Test test) {
    tests.add(test);
  }

  void add(Item.Moved move) {
    moves.add(move);
  }

  void add(Item.Adopt adoption) {
    adoptions.add(adoption);
  }

  void add(Item.Forget item) {
    forgotten.add(item);
  }

  List<Item.Moved> moves() {
    return List.copyOf(moves);
  }

  List<Item.Adopt> adoptions() {
    return List.copyOf(adoptions);
  }

  List<Item.Forget> forgotten() {
    return List.copyOf(forgotten);
  }

  List<Item.Test> tests() {
    return List.copyOf(tests);
  }

  <S extends Symbol> List<S> all(Class<S> wanted) {
    return symbols.stream().filter(wanted::isInstance).map(wanted::cast).toList();
  }

  Optional<Symbol> by(Item item) {
    return Optional.ofNullable(byItem.get(item));
  }

  Symbol.FnParam by(Item.FnParam param) {
    return fnParams.computeIfAbsent(param, Symbol.FnParam::new);
  }

  List<Symbol.Loop> variables(ComprehensionHead head) {
    return variables.computeIfAbsent(
        head,
        it ->
            IntStream.range(0, head.names().size())
                .mapToObj(index -> new Symbol.Loop(head, index))
                .toList());
  }

  Symbol.It it(Where where) {
    return its.computeIfAbsent(where, Symbol.It::new);
  }
}

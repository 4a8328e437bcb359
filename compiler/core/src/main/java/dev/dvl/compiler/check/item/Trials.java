package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Loops;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Type;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a component when some of its parameters are known only later. It is typed once
 * more with that: what is then wrong says which parameters must be known and where, and its outputs
 * are as late as they then are. Each kind of lateness is tried once, however many uses have it.
 */
public final class Trials {
  private static final Set<Code> LATE =
      Set.of(CheckCodes.LATER, CheckCodes.CONVERSION, CheckCodes.LATE_FOR_COMPONENT);

  private final Names names;
  private final Kinds kinds;
  private final Loops.Heads heads = new Loops.Heads();
  private final Typing usual;
  private final Map<Span, Symbol.Component> components = new HashMap<>();
  private final IdentityHashMap<Item.Component, Map<Map<String, Type>, Trial>> known =
      new IdentityHashMap<>();

  /** What came out: the types of the outputs, and what is wrong because of the lateness. */
  record Trial(Map<String, Type> outputs, List<Diagnostic> problems) {
    /** That of a component that needs itself, which is told elsewhere. */
    private static final Trial RUNNING = new Trial(Map.of(), List.of());

    Trial {
      outputs = Map.copyOf(outputs);
      problems = List.copyOf(problems);
    }

    Type output(String name) {
      return outputs.getOrDefault(name, Shapes.WRONG);
    }
  }

  public Trials(Names names, Kinds kinds, Diagnostics diagnostics) {
    this.names = names;
    this.kinds = kinds;
    this.usual = typing(diagnostics, Components.Tried.NOTHING);
    names.components().forEach(it -> components.put(it.span(), it));
    LoopHeads heading = new LoopHeads(heads);
    names.files().forEach(file -> heading.of(file.items()));
  }

  /** The typing in which everything that is given to components is known. */
  public Typing usual() {
    return usual;
  }

  Optional<Symbol.Component> component(Type.Composite type) {
    return Optional.ofNullable(components.get(type.declared()));
  }

  /** The type of an output where all that is given to its component is known. */
  public Type usual(Item.Output output) {
    return usual.components().shown(output);
  }

  Trial of(Symbol.Component component, Map<String, Type> late) {
    Map<Map<String, Type>, Trial> ofComponent =
        known.computeIfAbsent(component.item(), it -> new HashMap<>());
    Trial trial = ofComponent.get(late);
    if (trial == null) {
      ofComponent.put(late, Trial.RUNNING);
      trial = run(component, late);
      ofComponent.put(late, trial);
    }
    return trial;
  }

  private Trial run(Symbol.Component component, Map<String, Type> late) {
    Diagnostics said = new Diagnostics();
    Typing typing = typing(said, new Components.Tried(Optional.of(component.item()), late));
    new Items(typing).inside(component);
    Map<String, Type> outputs = new HashMap<>();
    for (Item.Output output : names.contents(component).outputs()) {
      outputs.put(output.name().text(), typing.components().shown(output));
    }
    return new Trial(
        outputs, said.sorted().stream().filter(it -> isLate(it) && isIn(component, it)).toList());
  }

  private Typing typing(Diagnostics diagnostics, Components.Tried tried) {
    return new Typing(
        names, kinds, diagnostics, heads, typing -> new Components(typing, this, tried));
  }

  /** Whether nothing is wrong in a component in itself: else a trial tells nothing new. */
  boolean isSound(Symbol.Component component) {
    return usual.diagnostics().sorted().stream()
        .noneMatch(it -> it.isError() && isIn(component, it));
  }

  private static boolean isLate(Diagnostic diagnostic) {
    return LATE.contains(diagnostic.code());
  }

  private static boolean isIn(Symbol.Component component, Diagnostic diagnostic) {
    return diagnostic
        .primary()
        .filter(label -> component.item().span().contains(label.span()))
        .isPresent();
  }
}

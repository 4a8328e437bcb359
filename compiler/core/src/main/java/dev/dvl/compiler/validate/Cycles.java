package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** No resource needs itself, be it through others. A cycle is shown with each of its steps. */
final class Cycles implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Address, Mark> marks = new HashMap<>();
    for (Instance instance : facts.program().instances()) {
      if (!marks.containsKey(instance.address())) {
        search(facts, report, instance, marks);
      }
    }
  }

  private enum Mark {
    OPEN,
    DONE
  }

  /** An instance on the way, and which of its edges come next. */
  private record Step(Instance instance, Iterator<Instance.Edge> edges) {
    static Step of(Instance instance) {
      return new Step(instance, instance.edges().iterator());
    }
  }

  /** Depth first, without recursion: a chain may be as long as the program. */
  private static void search(
      Facts facts, RuleReport report, Instance start, Map<Address, Mark> marks) {
    Deque<Step> way = new ArrayDeque<>();
    Map<Address, Instance.Edge> taken = new HashMap<>();
    way.push(Step.of(start));
    marks.put(start.address(), Mark.OPEN);
    while (!way.isEmpty()) {
      Step step = way.getFirst();
      if (!step.edges.hasNext()) {
        marks.put(step.instance.address(), Mark.DONE);
        way.pop();
        continue;
      }
      Instance.Edge edge = step.edges.next();
      taken.put(step.instance.address(), edge);
      Mark mark = marks.get(edge.to());
      if (mark == Mark.OPEN) {
        report.add(cycle(facts, edge.to(), taken));
      } else if (mark == null) {
        facts
            .instance(edge.to())
            .ifPresent(
                next -> {
                  marks.put(next.address(), Mark.OPEN);
                  way.push(Step.of(next));
                });
      }
    }
  }

  private static Diagnostic cycle(Facts facts, Address start, Map<Address, Instance.Edge> taken) {
    List<Address> round = new ArrayList<>();
    Address at = start;
    do {
      round.add(at);
      at = edge(taken, at).to();
    } while (!at.equals(start));
    Diagnostic cycle =
        Diagnostic.at(RuleCodes.CYCLE, span(taken, start), says(facts, start, edge(taken, start)));
    for (Address address : round.subList(1, round.size())) {
      cycle = cycle.label(span(taken, address), says(facts, address, edge(taken, address)));
    }
    String shown = round.stream().map(it -> "`" + it + "`").collect(Collectors.joining(" needs "));
    return cycle.note("The cycle is " + shown + " needs `" + start + "`.");
  }

  private static Instance.Edge edge(Map<Address, Instance.Edge> taken, Address from) {
    Instance.Edge edge = taken.get(from);
    if (edge == null) {
      throw new IllegalStateException("a cycle runs through " + from);
    }
    return edge;
  }

  private static Span span(Map<Address, Instance.Edge> taken, Address from) {
    return edge(taken, from).origin();
  }

  private static String says(Facts facts, Address from, Instance.Edge edge) {
    String how =
        switch (edge) {
          case Instance.Edge.On ignored -> "stands on";
          case Instance.Edge.Uses uses -> reads(facts, from, uses) ? "reads" : "uses";
          case Instance.Edge.After after ->
              block(facts, from, after)
                  .map(host -> "stands on `" + host.address() + "`, whose block reads")
                  .orElse("comes after");
        };
    return "`" + from + "` " + how + " `" + edge.to() + "`";
  }

  /** Whether it is about what the other one tells, and not only about which one it is. */
  private static boolean reads(Facts facts, Address from, Instance.Edge.Uses edge) {
    return facts
        .instance(from)
        .map(instance -> instance.value(edge.path().attribute()))
        .filter(value -> value.anyTerm(leaf -> reads(leaf, edge.to())))
        .isPresent();
  }

  private static boolean reads(Term leaf, Address other) {
    return leaf instanceof Term.Read(Address resource, var ignored) && resource.equals(other);
  }

  /** The host that a resource stands on, where the edge is there because its block reads. */
  private static Optional<HostInstance> block(Facts facts, Address from, Instance.Edge.After edge) {
    return facts
        .instance(from)
        .flatMap(instance -> facts.program().host(instance.place()))
        .filter(host -> host.origin().equals(edge.origin()));
  }
}

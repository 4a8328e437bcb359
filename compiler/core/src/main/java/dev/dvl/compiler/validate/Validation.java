package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a program to the rules that reach across its resources. */
public final class Validation {
  private static final List<Rule> RULES =
      List.of(
          new DuplicateAddresses(),
          new HostPorts(),
          new UniqueNames(),
          new Cycles(),
          new SamePlace(),
          new KindChecks(),
          new Subnets(),
          new FixedAddresses(),
          new CardAddresses(),
          new DistinctElements(),
          new ForbiddenValues(),
          new PlainValues(),
          new Capacity(),
          new Overcommitment(),
          new ReachableStates(),
          new ReachablePlaces(),
          new SideBySide(),
          new Rollouts(),
          new RunningKinds(),
          new KeptOldOnes(),
          new Draining());

  private Validation() {}

  /** Says what is wrong; the value lists the rules that could not be evaluated yet. */
  public static Outcome<List<Unevaluated>> validate(Program program, Kinds kinds) {
    Facts facts = new Facts(program, kinds);
    RuleReport report = new RuleReport();
    RULES.forEach(rule -> rule.check(facts, report));
    return new Outcome<>(report.open(), report.diagnostics());
  }

  /**
   * Warns of what may use more of a place than the place itself says it has. What the program says
   * of its places is judged by {@link #validate}.
   *
   * @param told outputs of hosts that were asked, by the host's address
   */
  public static List<Diagnostic> overcommitted(
      Program program, Kinds kinds, Map<Address, Map<String, Value>> told) {
    RuleReport report = new RuleReport();
    new Overcommitment().check(new Facts(program, kinds, Optional.of(told)), report);
    return report.diagnostics();
  }
}

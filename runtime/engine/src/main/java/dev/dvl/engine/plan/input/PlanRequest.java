package dev.dvl.engine.plan.input;

import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Secrets;

/**
 * All that is there before planning begins. Every phase may read it; what a phase finds out is in
 * the value that it gives.
 *
 * @param fingerprints of this stack; each secret is derived once, however many phases ask
 */
public record PlanRequest(
    Program program,
    Kinds kinds,
    PlanInputs inputs,
    Connections connections,
    Fingerprints fingerprints) {

  public PlanRequest(Program program, Kinds kinds, PlanInputs inputs, Connections connections) {
    this(
        program,
        kinds,
        inputs,
        connections,
        new Fingerprints(inputs.stack(), connections.surroundings().secrets()));
  }

  public PlanOptions options() {
    return inputs.options();
  }

  public LedgerFacts facts() {
    return inputs.facts();
  }

  public Evaluator evaluator() {
    return connections.evaluator();
  }

  public Secrets secrets() {
    return connections.surroundings().secrets();
  }

  /** The provider of a host of the program that was read. */
  public Provider provider(Address host) {
    try {
      return connections.provider(program.host(host).orElseThrow().kind());
    } catch (HostProblem impossible) {
      throw new IllegalStateException("a host without a provider was read", impossible);
    }
  }
}

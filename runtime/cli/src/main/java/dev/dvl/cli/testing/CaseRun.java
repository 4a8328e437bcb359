package dev.dvl.cli.testing;

import dev.dvl.cli.project.Reason;
import dev.dvl.cli.render.PlanText;
import dev.dvl.cli.render.Style;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.source.Span;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.sandbox.scenario.OrderedFaults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Carries out the statements of one test, one after the other. Every expectation that does not hold
 * is told; after an apply that ends otherwise than expected nothing more is done.
 */
final class CaseRun {
  private final TestCase test;
  private final TestWorld world;
  private final Snapshots snapshots;
  private final List<Diagnostic> wrong = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final Map<Span, OrderedFaults.Ordered> faults = new LinkedHashMap<>();
  private List<Diagnostic> lastApply = List.of();
  private Optional<Outcome<Plan>> plan = Optional.empty();
  private int snapshot;

  CaseRun(TestCase test, TestWorld world, Snapshots snapshots) {
    this.test = test;
    this.world = world;
    this.snapshots = snapshots;
  }

  /** Ends a test early; why has been noted. */
  private static final class Over extends Exception {
    private static final long serialVersionUID = 1L;

    Over() {
      super("the test is over", null, false, false);
    }
  }

  /** What is wrong; nothing where the test passes. */
  List<Diagnostic> run() throws IOException {
    try {
      for (TestCase.Phase phase : test.phases()) {
        plan = Optional.empty();
        lastApply = List.of();
        phase(phase);
      }
      unmet();
    } catch (Over noted) {
      return List.copyOf(wrong);
    }
    return List.copyOf(wrong);
  }

  /** A test of a fault that never came tests nothing. */
  private void unmet() {
    faults.forEach(
        (span, fault) -> {
          if (!fault.isMet()) {
            wrong.add(
                Diagnostic.at(TestingCodes.UNMET, span, "no call met this")
                    .note("It counts from here on; calls are made by `apply`."));
          }
        });
  }

  /** How plans differ from their snapshots. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /** The snapshots that were written. */
  List<String> written() {
    return List.copyOf(written);
  }

  private void phase(TestCase.Phase phase) throws IOException, Over {
    List<Diagnostic> errors = phase.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      wrongProgram(phase, errors);
      return;
    }
    Program program = Watching.program(phase);
    Secrets secrets = TestWorld.secrets(phase.secrets());
    for (int step = 0; step < phase.steps().size(); step++) {
      step(phase.steps().get(step), step, program, secrets);
    }
  }

  /** A program that is wrong can be expected to be, and nothing else can be done with it. */
  private void wrongProgram(TestCase.Phase phase, List<Diagnostic> errors) throws Over {
    Set<String> expected =
        phase.steps().stream()
            .filter(TestCase.ExpectError.class::isInstance)
            .map(it -> ((TestCase.ExpectError) it).code())
            .collect(Collectors.toSet());
    List<Diagnostic> others =
        errors.stream().filter(it -> !expected.contains(it.code().id())).toList();
    for (TestCase.Step step : phase.steps()) {
      if (step instanceof TestCase.ExpectError error) {
        expectError(error, errors);
      } else if (others.isEmpty()) {
        wrong.add(
            Diagnostic.at(TestingCodes.WRONG, step.span(), "the program is wrong here")
                .note("Nothing can be done with it; the errors are expected."));
        throw new Over();
      }
    }
    if (!others.isEmpty()) {
      unexpected(test.origin(), "the program is wrong as this test sets it", others);
    }
  }

  private void unexpected(Span span, String text, List<Diagnostic> errors) throws Over {
    wrong.add(Diagnostic.at(TestingCodes.WRONG, span, text));
    wrong.addAll(errors);
    throw new Over();
  }

  private void step(TestCase.Step step, int number, Program program, Secrets secrets)
      throws IOException, Over {
    switch (step) {
      case TestCase.Expect expect ->
          new Expectation(expect, number, plan(expect.span(), program, secrets))
              .broken(secrets)
              .ifPresent(wrong::add);
      case TestCase.ExpectError error -> expectError(error, errors(program, secrets));
      case TestCase.ExpectSnapshot it -> snapshot(it, plan(it.span(), program, secrets));
      case TestCase.Apply apply -> apply(apply, program, secrets);
      case TestCase.Fault fault -> fault(fault);
      case TestCase.Unreached unreached -> wrong.addAll(unreached.why());
    }
  }

  private void expectError(TestCase.ExpectError expected, List<Diagnostic> errors) {
    Set<String> codes =
        errors.stream().map(it -> it.code().id()).collect(Collectors.toCollection(TreeSet::new));
    if (!codes.contains(expected.code())) {
      Diagnostic missing =
          Diagnostic.at(TestingCodes.NO_ERROR, expected.span(), "no such error came");
      wrong.add(
          missing.note(
              codes.isEmpty()
                  ? "There is no error at all."
                  : "There came " + String.join(", ", codes) + "."));
    }
  }

  /** Those of the last apply, or else those of planning. */
  private List<Diagnostic> errors(Program program, Secrets secrets) throws IOException {
    return lastApply.isEmpty()
        ? outcome(program, secrets).diagnostics().stream().filter(Diagnostic::isError).toList()
        : lastApply;
  }

  private Outcome<Plan> outcome(Program program, Secrets secrets) throws IOException {
    Outcome<Plan> known = plan.isPresent() ? plan.get() : world.plan(program, secrets);
    plan = Optional.of(known);
    return known;
  }

  private Plan plan(Span span, Program program, Secrets secrets) throws IOException, Over {
    Outcome<Plan> outcome = outcome(program, secrets);
    if (outcome.hasErrors()) {
      unexpected(span, "this cannot be planned", outcome.diagnostics());
    }
    return outcome.value();
  }

  private void apply(TestCase.Apply apply, Program program, Secrets secrets)
      throws IOException, Over {
    plan = Optional.empty();
    lastApply = world.apply(program, secrets);
    boolean failed = !lastApply.isEmpty();
    if (failed == apply.fails()) {
      return;
    }
    wrong.add(
        Diagnostic.at(
            TestingCodes.APPLY, apply.span(), failed ? "this fails" : "this does not fail"));
    wrong.addAll(lastApply);
    throw new Over();
  }

  private void fault(TestCase.Fault fault) throws Over {
    try {
      faults.put(fault.span(), new FaultOrder(fault).into(world.faults()));
    } catch (HostProblem problem) {
      wrong.add(
          Diagnostic.at(problem.code(), fault.span(), "this fault cannot be played")
              .note(String.valueOf(problem.getMessage())));
      throw new Over();
    }
  }

  private void snapshot(TestCase.ExpectSnapshot step, Plan now) {
    snapshot++;
    String text = PlanText.render(Watching.shown(now), false, Style.PLAIN);
    try {
      switch (snapshots.compare(test.title(), snapshot, text)) {
        case Snapshots.Compared.Same ignored -> {}
        case Snapshots.Compared.Written(String file) -> written.add(file);
        case Snapshots.Compared.Differs(String file, String diff) -> {
          differences.add(diff);
          wrong.add(
              Diagnostic.at(TestingCodes.SNAPSHOT, step.span(), "this is not as in `" + file + "`")
                  .note("`dvl test --update-snapshots` writes it as it is now."));
        }
      }
    } catch (IOException problem) {
      wrong.add(
          Diagnostic.at(TestingCodes.SNAPSHOT_FILE, step.span(), "its file cannot be used")
              .note(
                  "`"
                      + snapshots.file(test.title(), snapshot)
                      + "` cannot be read or written: "
                      + Reason.of(problem)
                      + "."));
    }
  }
}

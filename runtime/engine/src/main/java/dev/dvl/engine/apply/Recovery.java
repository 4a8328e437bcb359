package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.Ending;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.OpenIntent;
import dev.dvl.engine.ledger.Recorded;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what became of ops that an earlier run began and did not end, and writes it down. To be
 * called before an apply plans; the old graph is not carried on, the new plan starts from what is
 * there.
 */
public final class Recovery {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Connections connections;
  private final Ledger ledger;
  private final ApplyListener listener;
  private final Origins origins;
  private final Map<Address, Ref> objects = new HashMap<>();
  private final Map<String, HostInstance> hosts = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Recovery(
      Program program,
      Connections connections,
      Ledger ledger,
      Recorded recorded,
      ApplyListener listener) {
    this.connections = connections;
    this.ledger = ledger;
    this.listener = listener;
    this.origins = Origins.of(program);
    objects.putAll(recorded.made());
    objects.putAll(recorded.adopted());
    program.hosts().forEach(host -> hosts.put(host.address().toString(), host));
  }

  /** What could not be found out: with an error among it, nothing may be applied. */
  public static List<Diagnostic> run(
      Program program, Connections connections, Ledger ledger, ApplyListener listener)
      throws IOException {
    Recorded recorded = ledger.recorded();
    Recovery recovery = new Recovery(program, connections, ledger, recorded, listener);
    for (OpenIntent intent : recorded.open()) {
      recovery.settle(intent);
    }
    return recovery.diagnostics;
  }

  private void settle(OpenIntent intent) throws IOException {
    Op op = intent.op();
    HostInstance host = hosts.get(op.host().toString());
    if (host == null) {
      diagnostics.add(
          about(op, ApplyCodes.HOST_MISSING, "It was begun on `" + op.host() + "`.")
              .note("Put the host back into the program until this has been found out."));
      return;
    }
    try {
      note(intent, probe(intent, connections.reader(host).writer()));
    } catch (HostProblem problem) {
      diagnostics.add(about(op, problem.code(), String.valueOf(problem.getMessage())));
    }
  }

  /** What an op referred to was made before it began, so the ledger knows it. */
  private Probe probe(OpenIntent intent, Writer writer) throws HostProblem {
    Op op = intent.op();
    World world = new World(connections.surroundings().secrets(), objects);
    Arguments arguments = new Arguments(connections.evaluator(), world);
    long end = System.nanoTime() + op.limit().toNanos();
    while (true) {
      Probe probe =
          writer.probe(
              op, arguments.asFarAsKnown(op), intent.begun(), connections.surroundings().cancel());
      if (!(probe instanceof Probe.Running) || System.nanoTime() > end || !pause()) {
        return probe;
      }
    }
  }

  private void note(OpenIntent intent, Probe probe) throws IOException {
    Op op = intent.op();
    switch (probe) {
      case Probe.NotDone ignored -> {
        end(op, Ending.Result.NOT_DONE, Optional.empty());
        listener.on(new ApplyEvent.Recovered(op, "had no effect"));
      }
      case Probe.Finished(Done done) -> {
        end(op, Ending.Result.DONE, op.commits() ? done.ref() : Optional.empty());
        listener.on(new ApplyEvent.Recovered(op, "had come to its end"));
      }
      case Probe.Running ignored ->
          diagnostics.add(
              about(op, ApplyCodes.UNCLEAR, "The platform is still at it.")
                  .note("Wait until it has ended, and run this again."));
      case Probe.Unclear(String why, List<Ref> candidates) -> {
        Diagnostic unclear = about(op, ApplyCodes.UNCLEAR, why);
        for (Ref ref : candidates) {
          unclear =
              unclear.note(
                  "It may be the " + ref.kind() + " `" + ref.name() + "`, " + ref.id() + ".");
        }
        diagnostics.add(unclear);
      }
    }
  }

  private Diagnostic about(Op op, Code code, String sentence) {
    return origins.placed(op.change(), OpCall.about(op, code, sentence));
  }

  private void end(Op op, Ending.Result result, Optional<Ref> object) throws IOException {
    ledger.end(new Ending(op.id(), op.change(), result, object, false));
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

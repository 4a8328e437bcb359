package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.ledger.Ending;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.OpenIntent;
import dev.dvl.engine.ledger.Reached;
import dev.dvl.engine.ledger.Recorded;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final RecordedSources made;
  private final Map<Address, Ref> objects = new HashMap<>();
  private final Map<String, HostInstance> hosts = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Recovery(
      Stack stack,
      Program program,
      Connections connections,
      Ledger ledger,
      Recorded recorded,
      ApplyListener listener) {
    this.connections = connections;
    this.ledger = ledger;
    this.listener = listener;
    this.origins = Origins.of(program);
    this.made = new RecordedSources(stack, program, connections, recorded);
    objects.putAll(recorded.facts().made());
    objects.putAll(recorded.facts().adopted());
    program.hosts().forEach(host -> hosts.put(host.address().toString(), host));
  }

  /** What could not be found out: with an error among it, nothing may be applied. */
  public static List<Diagnostic> run(
      Stack stack, Program program, Connections connections, Ledger ledger, ApplyListener listener)
      throws IOException {
    Recorded recorded = ledger.recorded();
    Recovery recovery = new Recovery(stack, program, connections, ledger, recorded, listener);
    for (OpenIntent intent : recovery.inLayers(recorded.open())) {
      recovery.settle(intent);
    }
    return recovery.diagnostics;
  }

  /** What was begun on hosts that stand by themselves comes first: others may be made by it. */
  private List<OpenIntent> inLayers(List<OpenIntent> open) {
    return open.stream().sorted(Comparator.comparing(intent -> isLater(intent.op()))).toList();
  }

  private boolean isLater(Op op) {
    return Optional.ofNullable(hosts.get(op.host().toString()))
        .filter(host -> !host.sources().isEmpty())
        .isPresent();
  }

  private void settle(OpenIntent intent) throws IOException {
    Op op = intent.op();
    HostInstance host = hosts.get(op.host().toString());
    if (host == null && objects.containsKey(op.host())) {
      over(op, "goes with the machine that it was begun on");
      return;
    }
    if (host == null) {
      diagnostics.add(
          about(op, ApplyCodes.HOST_MISSING, "It was begun on `" + op.host() + "`.")
              .note("Put the host back into the program until this has been found out."));
      return;
    }
    try {
      Optional<LiveSources> sources = made.of(host, intent.reached());
      if (sources.isEmpty()) {
        over(op, "went with the machine that it was begun on");
      } else {
        HostInstance where = reached(host, intent.reached());
        note(intent, probe(intent, connections.reader(where, sources.get()).writer()));
      }
    } catch (HostProblem problem) {
      diagnostics.add(unread(intent, host, problem));
    }
  }

  /**
   * The host that an op was begun on. Where its block reads the same resources still, it is where
   * these say now: a machine may have another address. Where the program has another block by now,
   * it is where the journal says.
   */
  private static HostInstance reached(HostInstance host, Reached then) {
    return then.objects().isEmpty() || then.objects().keySet().equals(host.sources())
        ? host
        : new HostInstance(host.address(), host.kind(), then.values(), host.by(), host.origin());
  }

  /**
   * A machine that is off or gives no answer leaves open what was begun on it; the rest goes on.
   */
  private Diagnostic unread(OpenIntent intent, HostInstance host, HostProblem problem) {
    Op op = intent.op();
    String why = String.valueOf(problem.getMessage());
    boolean later = !host.sources().isEmpty() || !intent.reached().objects().isEmpty();
    boolean waits = later && problem.mayPass();
    return waits
        ? about(
                op,
                ApplyCodes.LEFT_OPEN,
                "What became of it is found out when `%s` answers.".formatted(host.address()))
            .note(why)
        : about(op, problem.code(), why);
  }

  private void over(Op op, String how) throws IOException {
    end(op, Ending.Result.NOT_DONE, Optional.empty());
    listener.on(new ApplyEvent.Recovered(op, how));
  }

  /** What an op referred to was made before it began, so the ledger knows it. */
  private Probe probe(OpenIntent intent, Writer writer) throws HostProblem {
    Op op = intent.op();
    World world = new World(connections.surroundings().secrets(), objects);
    Arguments arguments = new Arguments(connections.evaluator(), world, Kinds.NONE);
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

package dev.dvl.cli.command;

import dev.dvl.cli.streams.Passing;
import dev.dvl.cli.streams.Prefixed;
import dev.dvl.cli.streams.Shown;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.eval.QuantityText;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Whereabouts;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.LogsAsked;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code dvl logs}: shows what containers write. */
final class LogsCommand implements Command {
  private static final String FOLLOW = "--follow";
  private static final String TAIL = "--tail";
  private static final String SINCE = "--since";

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "dvl logs web -f",
        "dvl logs 'service[*]' --tail 20",
        "dvl logs web --since 10min >web.log");
  }

  @Override
  public String about() {
    return """
    Shows what containers of a program have written: what they call output on standard output,
    what they call errors on the error stream. Into a file or another program it goes byte for
    byte; on a terminal, what that would obey is shown as an escape, but for colours. Where the
    address stands for several, each line says whose it is. With -f it goes on until the
    container ends; Ctrl-C ends it with 130.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "ADDRESS", "a container; `[*]` stands for any key");
    Options.flag(spec, "-f", FOLLOW, "go on with what is written from now on");
    Options.value(spec, TAIL, "N", "only the last N lines");
    Options.value(spec, SINCE, "TIME", "only since then: 10min ago, or 2026-01-31T12:00:00Z");
    Options.reached(spec);
  }

  /** One of those whose lines are shown. */
  private record Writer(Address address, Ref object, Access access) {}

  @Override
  public Exit run(Invocation invocation) throws Refusal, InterruptedException {
    LogsAsked asked = asked(invocation);
    String address = Addressed.of(invocation);
    try (Reaching reaching = Reaching.of(invocation)) {
      List<Instance> picked = reaching.picking().allRunning(address);
      Whereabouts where = reaching.resources(picked);
      List<Writer> writers = new ArrayList<>();
      for (Instance instance : picked) {
        Ref object = Reaching.object(where, instance.address());
        writers.add(
            new Writer(instance.address(), object, reaching.access(where, instance.address())));
      }
      return writers.size() == 1
          ? one(writers.getFirst(), asked, invocation.terminal())
          : all(writers, asked, invocation.terminal());
    }
  }

  private static Exit one(Writer writer, LogsAsked asked, Terminal terminal) throws Refusal {
    try (OutputStream out = out(terminal);
        OutputStream err = err(terminal)) {
      writer.access().logs(writer.object(), asked, out, err);
    } catch (HostProblem problem) {
      throw Reaching.refusal(problem);
    } catch (IOException readerHasGone) {
      return Exit.DONE;
    }
    return Exit.DONE;
  }

  private static Exit all(List<Writer> writers, LogsAsked asked, Terminal terminal)
      throws Refusal, InterruptedException {
    int width = writers.stream().mapToInt(it -> it.address().toString().length()).max().orElse(0);
    Object lock = new Object();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Exit>> ends = new ArrayList<>();
      for (Writer writer : writers) {
        String prefix = ("%-" + width + "s | ").formatted(writer.address());
        ends.add(
            threads.submit(
                () -> {
                  try (OutputStream out = new Prefixed(prefix, out(terminal), lock);
                      OutputStream err = new Prefixed(prefix, err(terminal), lock)) {
                    writer.access().logs(writer.object(), asked, out, err);
                  } catch (IOException readerHasGone) {
                    return Exit.DONE;
                  }
                  return Exit.DONE;
                }));
      }
      return ended(ends);
    }
  }

  private static Exit ended(List<Future<Exit>> ends) throws Refusal, InterruptedException {
    Exit exit = Exit.DONE;
    for (Future<Exit> end : ends) {
      try {
        exit = end.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof HostProblem problem) {
          throw Reaching.refusal(problem);
        }
        throw new IllegalStateException(failed.getCause());
      }
    }
    return exit;
  }

  private static OutputStream out(Terminal terminal) {
    Passing to = new Passing(terminal.out());
    return terminal.people().write() ? new Shown(to) : to;
  }

  private static OutputStream err(Terminal terminal) {
    Passing to = new Passing(terminal.err());
    return terminal.people().listen() ? new Shown(to) : to;
  }

  private static LogsAsked asked(Invocation invocation) throws Refusal {
    Optional<String> tail = invocation.option(TAIL);
    if (tail.isPresent() && !tail.get().matches("[0-9]{1,9}")) {
      throw wrong("`" + TAIL + " " + tail.get() + "` is no number of lines.");
    }
    Optional<String> since = invocation.option(SINCE);
    return new LogsAsked(
        invocation.has(FOLLOW),
        tail.map(Integer::valueOf),
        since.isPresent() ? Optional.of(time(since.get())) : Optional.empty());
  }

  private static Instant time(String text) throws Refusal {
    Optional<Instant> ago =
        QuantityText.read(Dimension.DURATION, text)
            .map(it -> Instant.now().minus(Duration.ofNanos(it.amount())));
    try {
      return ago.isPresent() ? ago.get() : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(
          "`" + SINCE + " " + text + "` is no time: `10min`, `2h`, or `2026-01-31T12:00:00Z`.");
    }
  }

  private static Refusal wrong(String sentence) {
    return Refusal.of(Exit.WRONG, CommandCodes.USAGE, sentence);
  }
}

package dev.dvl.cli.testing;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.provider.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs tests beside one another, as many as the machine has processors, and tells of each in the
 * order of the text. When it is asked to stop, no more are begun, and those that run are stopped.
 *
 * @param project the program's folder; nothing but snapshots is written there
 * @param limit how long a test may take
 */
public record TestRun(
    Path project, Kinds kinds, Snapshots snapshots, Duration limit, Cancel cancel) {
  /** The stack that programs are compiled for, from which names are made. */
  public static final Inputs.Stack STACK =
      new Inputs.Stack(TestWorld.STACK.id(), TestWorld.STACK.name());

  private static final Duration GRACE = Duration.ofSeconds(2);

  /** The results of all tests that came to an end, which {@code told} hears of as they do. */
  public List<TestResult> run(List<TestCase> tests, Consumer<TestResult> told)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dvl-test-");
    int many = Math.max(1, Math.min(tests.size(), Runtime.getRuntime().availableProcessors()));
    ExecutorService workers = Executors.newFixedThreadPool(many, TestRun::daemon);
    try {
      List<CompletableFuture<Optional<TestResult>>> results = new ArrayList<>();
      for (int index = 0; index < tests.size(); index++) {
        TestCase test = tests.get(index);
        Path world = Files.createDirectory(folder.resolve(Integer.toString(index)));
        results.add(CompletableFuture.supplyAsync(() -> limited(test, world), workers));
      }
      return inOrder(results, told);
    } finally {
      workers.shutdown();
      if (!workers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
      }
      delete(folder);
    }
  }

  private static Thread daemon(Runnable work) {
    return Thread.ofPlatform().daemon().unstarted(work);
  }

  private static List<TestResult> inOrder(
      List<CompletableFuture<Optional<TestResult>>> results, Consumer<TestResult> told)
      throws InterruptedException {
    List<TestResult> ended = new ArrayList<>();
    for (CompletableFuture<Optional<TestResult>> result : results) {
      try {
        result
            .get()
            .ifPresent(
                it -> {
                  ended.add(it);
                  told.accept(it);
                });
      } catch (ExecutionException bug) {
        throw new IllegalStateException("a test ended in an unexpected way", bug.getCause());
      }
    }
    return ended;
  }

  /** A test in a thread of its own, so that one that does not end holds up nobody. */
  private Optional<TestResult> limited(TestCase test, Path world) {
    if (cancel.asked()) {
      return Optional.empty();
    }
    Stop stop = new Stop();
    cancel.onAsk(stop::ask);
    CompletableFuture<TestResult> result = new CompletableFuture<>();
    Thread thread =
        daemon(
            () -> {
              try {
                result.complete(one(test, new TestWorld(project, world, kinds, stop)));
              } catch (IOException | RuntimeException | Error problem) {
                result.completeExceptionally(problem);
              }
            });
    thread.start();
    TestResult ended = ended(test, result, stop, thread);
    return cancel.asked() ? Optional.empty() : Optional.of(ended);
  }

  private TestResult ended(
      TestCase test, CompletableFuture<TestResult> result, Stop stop, Thread thread) {
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      stop.ask();
      thread.interrupt();
      return tooLong(test);
    } catch (InterruptedException stopped) {
      stop.ask();
      thread.interrupt();
      Thread.currentThread().interrupt();
      return tooLong(test);
    } catch (ExecutionException problem) {
      throw problem.getCause() instanceof IOException noFile
          ? new UncheckedIOException(noFile)
          : new IllegalStateException("a test ended in an unexpected way", problem.getCause());
    }
  }

  private TestResult tooLong(TestCase test) {
    Diagnostic wrong =
        Diagnostic.at(
                TestingCodes.TOO_LONG,
                test.origin(),
                "this had not ended after " + limit.toSeconds() + " s")
            .note("`dvl test --timeout SECONDS` gives it longer.");
    return new TestResult(test, List.of(wrong), List.of(), List.of(), limit);
  }

  private TestResult one(TestCase test, TestWorld world) throws IOException {
    long begun = System.nanoTime();
    CaseRun run = new CaseRun(test, world, snapshots);
    List<Diagnostic> wrong = run.run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new TestResult(test, wrong, run.differences(), run.written(), took);
  }

  /** What a test that did not end still holds may stay; the system clears its folder. */
  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException left) {
      return;
    }
  }
}

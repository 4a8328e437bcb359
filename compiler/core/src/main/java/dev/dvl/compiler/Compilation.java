package dev.dvl.compiler;

import dev.dvl.compiler.check.Checker;
import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.load.Loader;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.lower.Lowering;
import dev.dvl.compiler.lower.TestPhase;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Resolver;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.validate.Unevaluated;
import dev.dvl.compiler.validate.Validation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The whole compiler: from the files of a program to its validated flat form. What they import is
 * read through {@code ProjectFiles} and added to the source map.
 *
 * <p>All independent mistakes are told at once. A stage whose input is broken by earlier mistakes
 * does not run: nothing is lowered while a name or a type is wrong, and no rule is asked about a
 * program that lacks parts.
 */
public final class Compilation {
  private final Kinds kinds;
  private final Diagnostics diagnostics = new Diagnostics();

  private Compilation(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * What {@code check} has to say besides diagnostics.
   *
   * @param unevaluated sentences: what could not be judged without parameters or a live platform
   */
  public record Checked(Program program, List<String> unevaluated) {
    public Checked {
      unevaluated = List.copyOf(unevaluated);
    }
  }

  /** The program that the files of {@code sources} make with these inputs. */
  public static Outcome<Program> compile(SourceMap sources, Kinds kinds, Inputs inputs) {
    Outcome<Checked> outcome = run(sources, kinds, inputs);
    return new Outcome<>(outcome.value().program(), outcome.diagnostics());
  }

  /** Judges the files of {@code sources} as far as that goes without parameters and secrets. */
  public static Outcome<Checked> check(SourceMap sources, Kinds kinds, ProjectFiles files) {
    return run(sources, kinds, Inputs.open(files));
  }

  /**
   * The tests of the program in the order of the text, each with the program as it sets it. What a
   * test makes wrong stands in the test; what is wrong for all of them among the diagnostics.
   *
   * @param inputs what all tests have in common; they give the parameters themselves
   */
  public static Outcome<List<TestCase>> tests(SourceMap sources, Kinds kinds, Inputs inputs) {
    Compilation compilation = new Compilation(kinds);
    List<TestCase> cases = DeepStack.run(() -> compilation.cases(sources, inputs));
    return new Outcome<>(cases, compilation.diagnostics.sorted());
  }

  private List<TestCase> cases(SourceMap sources, Inputs inputs) {
    Named named = named(sources, inputs.files());
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    return named.names().tests().stream().map(test -> one(named, test, inputs)).toList();
  }

  private TestCase one(Named named, Item.Test test, Inputs inputs) {
    List<TestCase.Phase> phases = new ArrayList<>();
    for (TestPhase phase : TestPhase.of(test)) {
      Outcome<Lowering.LoweredPhase> lowered =
          Lowering.phase(named.names(), named.types(), inputs, phase);
      Diagnostics all = new Diagnostics();
      all.reportAll(lowered.diagnostics());
      if (!all.hasErrors()) {
        all.reportAll(Validation.validate(lowered.value().program(), kinds).diagnostics());
      }
      Lowering.LoweredPhase value = lowered.value();
      phases.add(new TestCase.Phase(value.program(), value.secrets(), value.steps(), all.sorted()));
    }
    return new TestCase(TestPhase.title(test), test.title().span(), phases);
  }

  private static Outcome<Checked> run(SourceMap sources, Kinds kinds, Inputs inputs) {
    Compilation compilation = new Compilation(kinds);
    Checked checked = DeepStack.run(() -> compilation.stages(sources, inputs));
    return new Outcome<>(checked, compilation.diagnostics.sorted());
  }

  /** A program whose names and types are known. */
  private record Named(Names names, Types types) {}

  private Named named(SourceMap sources, ProjectFiles files) {
    Modules modules = told(Loader.load(sources, files));
    Names names = told(Resolver.resolve(modules, kinds));
    return new Named(names, told(Checker.check(names, kinds)));
  }

  private Checked stages(SourceMap sources, Inputs inputs) {
    Named named = named(sources, inputs.files());
    Names names = named.names();
    Types types = named.types();
    if (diagnostics.hasErrors()) {
      return new Checked(Program.empty(names.module()), List.of());
    }
    Lowering.Lowered lowered = told(Lowering.lower(names, types, inputs));
    List<Unevaluated> open =
        diagnostics.hasErrors() ? List.of() : told(Validation.validate(lowered.program(), kinds));
    return new Checked(lowered.program(), sentences(sources, lowered.unevaluated(), open));
  }

  private <T> T told(Outcome<T> outcome) {
    diagnostics.reportAll(outcome.diagnostics());
    return outcome.value();
  }

  private static List<String> sentences(
      SourceMap sources, Map<Span, String> left, List<Unevaluated> open) {
    List<String> sentences = new ArrayList<>();
    left.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> place(sources, entry.getKey()) + entry.getValue() + " hangs on parameters")
        .forEach(sentences::add);
    open.stream()
        .sorted(Comparator.comparing(Unevaluated::span))
        .map(
            rule ->
                place(sources, rule.span())
                    + rule.rule()
                    + " of `"
                    + rule.address()
                    + "` reads what is not known yet")
        .distinct()
        .forEach(sentences::add);
    return sentences;
  }

  private static String place(SourceMap sources, Span span) {
    SourceFile file = sources.fileOf(span);
    return file.name() + ":" + file.position(span.start()).line() + ": ";
  }
}

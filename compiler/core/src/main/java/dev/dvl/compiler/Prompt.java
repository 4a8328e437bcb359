package dev.dvl.compiler;

import dev.dvl.compiler.check.Checker;
import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.Signatures;
import dev.dvl.compiler.load.Loader;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.lower.Lowering;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Resolver;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Computes expressions over a program: each as if it stood at the end of the program, with the same
 * limits on what it may compute. The program must be right.
 */
public final class Prompt {
  /** What diagnostics call the text that somebody has typed. */
  private static final String INPUT = "input";

  private final List<SourceFile> program;
  private final Kinds kinds;
  private final Inputs inputs;

  /**
   * A prompt for a program.
   *
   * @param program its own files, without those that they import
   */
  public Prompt(List<SourceFile> program, Kinds kinds, Inputs inputs) {
    this.program = List.copyOf(program);
    this.kinds = kinds;
    this.inputs = inputs;
  }

  /**
   * What an expression is.
   *
   * @param sources for the diagnostics
   * @param value null where only the type was asked for, or something is wrong
   * @param type empty where something is wrong, or nothing was written
   */
  public record Answer(
      SourceMap sources, Value value, Optional<Type> type, List<Diagnostic> diagnostics) {
    public Answer {
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /** The value and the type of an expression. */
  public Answer evaluate(String text) {
    return DeepStack.run(() -> new Reading(text).answer(true));
  }

  /** Its type alone, of which nothing is computed. */
  public Answer type(String text) {
    return DeepStack.run(() -> new Reading(text).answer(false));
  }

  /** The names of values that an expression may use. */
  public NavigableSet<String> values() {
    return DeepStack.run(
        () -> {
          Names names = new Reading("null").names;
          NavigableSet<String> found = new TreeSet<>();
          Contents contents = names.contents();
          Stream.of(
                  contents.params(),
                  names.secrets(),
                  names.hosts(),
                  contents.resources(),
                  contents.uses())
              .<Symbol>flatMap(List::stream)
              .map(Symbol::name)
              .forEach(found::add);
          names.lets().stream()
              .filter(let -> let.enclosing().isEmpty() && !let.name().isEmpty())
              .map(Symbol::name)
              .forEach(found::add);
          return found;
        });
  }

  /** The names of functions, those of the program among them. */
  public NavigableSet<String> functions() {
    NavigableSet<String> found = new TreeSet<>(Signatures.names());
    DeepStack.run(() -> new Reading("null").names.functions().stream().map(Symbol::name).toList())
        .forEach(found::add);
    return found;
  }

  /** What may follow an expression behind a dot; nothing where it has no parts. */
  public NavigableSet<String> members(String text) {
    NavigableSet<String> found = new TreeSet<>();
    type(text).type().ifPresent(type -> members(type, found));
    return found;
  }

  private void members(Type type, NavigableSet<String> found) {
    switch (type) {
      case Type.Maybe(Type inner) -> members(inner, found);
      case Type.ListOf(Type element, var ignored) -> members(element, found);
      case Type.ObjectOf object -> found.addAll(object.fields().keySet());
      case Type.Ref(String target, var ignored, var alsoIgnored) ->
          kinds
              .find(target)
              .ifPresent(
                  kind -> {
                    kind.attributes().forEach(it -> found.add(it.name()));
                    kind.blocks().forEach(it -> found.add(it.name()));
                    kind.outputs().forEach(it -> found.add(it.name()));
                  });
      case Type ignored -> {}
    }
  }

  /** The program with one expression behind it, its names and types known. */
  private final class Reading {
    private final SourceMap sources = new SourceMap();
    private final Diagnostics diagnostics = new Diagnostics();
    private final Optional<Item.Let> read;
    private final Names names;
    private final Types types;

    Reading(String text) {
      program.forEach(file -> sources.add(file.name(), file.text()));
      Modules modules = Loader.load(sources, inputs.files()).value();
      SourceFile input = sources.add(INPUT, text);
      this.read = told(Parser.expression(input));
      FileTree line =
          new FileTree(input, read.<List<Item>>map(List::of).orElse(List.of()), List.of());
      this.names = told(Resolver.resolve(modules.with(line), kinds));
      this.types = told(Checker.check(names, kinds));
    }

    private <T> T told(Outcome<T> outcome) {
      diagnostics.reportAll(outcome.diagnostics());
      return outcome.value();
    }

    Answer answer(boolean compute) {
      if (read.isEmpty() || diagnostics.hasErrors()) {
        return new Answer(sources, Value.Null.NULL, Optional.empty(), diagnostics.sorted());
      }
      Type type = types.of(read.get().value());
      Value value =
          compute
              ? told(Lowering.expression(names, types, inputs, read.get().value()))
              : Value.Null.NULL;
      return new Answer(sources, value, Optional.of(type), diagnostics.sorted());
    }
  }
}

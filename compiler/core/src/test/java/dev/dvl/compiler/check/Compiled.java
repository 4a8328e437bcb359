package dev.dvl.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Resolver;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program after the stages from parsing to checking, against the kinds of the tests. */
public record Compiled(SourceMap sources, Names names, Types types, List<Diagnostic> diagnostics) {
  private static final Path KINDS_FILE = Path.of("src/test/resources/types/kinds/kinds.dvl");

  /** The kinds of the tests. */
  public static final Kinds KINDS = kinds();

  public static Compiled of(String name, String text) {
    SourceMap sources = new SourceMap();
    Outcome<FileTree> tree = Parser.parse(sources.add(name, text));
    Outcome<Names> names = Resolver.resolve(Modules.of(List.of(tree.value())), KINDS);
    Outcome<Types> types = Checker.check(names.value(), KINDS);
    List<Diagnostic> diagnostics = new ArrayList<>(tree.diagnostics());
    diagnostics.addAll(names.diagnostics());
    diagnostics.addAll(types.diagnostics());
    return new Compiled(sources, names.value(), types.value(), diagnostics);
  }

  private static Kinds kinds() {
    try {
      String text = Files.readString(KINDS_FILE);
      FileTree tree = Parser.parse(new SourceMap().add("kinds.dvl", text)).value();
      Outcome<Kinds> kinds = SchemaReader.read(List.of(tree));
      assertThat(kinds.diagnostics()).isEmpty();
      return kinds.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

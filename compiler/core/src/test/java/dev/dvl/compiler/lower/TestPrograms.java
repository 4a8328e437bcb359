package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.input.SetSecrets;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compiles programs of the tests. A program says in comments what it is given: {@code // --param
 * NAME=VALUE} and {@code // unset SECRET}.
 */
final class TestPrograms {
  static final Path FOLDER = Path.of("src/test/resources/ir");
  static final Kinds KINDS = kinds();
  static final Inputs.Stack STACK = new Inputs.Stack("00112233445566aa", "default");

  private static final Pattern PARAM = Pattern.compile("(?m)^// --param (\\w+)=(.*)$");
  private static final Pattern UNSET = Pattern.compile("(?m)^// unset (\\w+)$");
  private static final Pattern SECRET = Pattern.compile("(?m)^secret (\\w+)");

  private TestPrograms() {}

  static Outcome<Program> compile(SourceMap sources, String name, String text) {
    sources.add(name, text);
    return Compilation.compile(sources, KINDS, inputs(text));
  }

  static Inputs inputs(String text) {
    Map<String, RawInput> parameters = new LinkedHashMap<>();
    PARAM
        .matcher(text)
        .results()
        .forEach(it -> parameters.put(it.group(1), new RawInput.Text(it.group(2), "--param")));
    Set<String> set = secrets(text);
    SetSecrets secrets = (name, variable) -> set.contains(name);
    return new Inputs(
        parameters,
        false,
        STACK,
        TestPrograms::file,
        Optional.of(secrets),
        ComputationLimits.DEFAULT);
  }

  private static Set<String> secrets(String text) {
    List<String> unset = UNSET.matcher(text).results().map(it -> it.group(1)).toList();
    List<String> set =
        new ArrayList<>(SECRET.matcher(text).results().map(it -> it.group(1)).toList());
    set.removeAll(unset);
    return Set.copyOf(set);
  }

  private static String file(String path) throws EvaluationProblem {
    if (path.equals("ops.pub")) {
      return "ssh-ed25519 AAAA ops\n";
    }
    throw new EvaluationProblem("there is no file `" + path + "`");
  }

  private static Kinds kinds() {
    FileTree tree = Parser.parse(new SourceMap().add("kinds.dvl", text())).value();
    Outcome<Kinds> read = SchemaReader.read(List.of(tree));
    assertThat(read.diagnostics()).isEmpty();
    return read.value();
  }

  private static String text() {
    try {
      return Files.readString(FOLDER.resolve("kinds.dvl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

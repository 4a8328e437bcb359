package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.codec.ProgramJson;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.goldens.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The example with all layers compiles as it stands, with the kinds and modules that users have.
 */
class ShopTest {
  private static final Path EXAMPLE = Path.of("../../examples/shop");

  @TestFactory
  Stream<DynamicTest> program() {
    return Goldens.in(EXAMPLE, ".dvl")
        .compare(
            Path.of("src/test/resources/shop"),
            ".json",
            input -> {
              SourceMap sources = new SourceMap();
              sources.add(input.name(), input.text());
              Outcome<Program> outcome = Compilation.compile(sources, kinds(), inputs());
              assertThat(TextRenderer.render(sources, outcome.diagnostics(), false)).isEmpty();
              return Indented.json(ProgramJson.write(outcome.value()));
            });
  }

  private static Inputs inputs() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of("types.dvl", "ops.pub")) {
      files.put(name, Files.readString(EXAMPLE.resolve(name)));
    }
    files.put("std.proxy", Files.readString(Path.of("../../stdlib/modules/proxy.dvl")));
    return new Inputs(
        Map.of(),
        false,
        TestPrograms.STACK,
        new TestModules(files),
        Optional.of((name, variable) -> true),
        ComputationLimits.DEFAULT);
  }

  private static Kinds kinds() throws IOException {
    SourceMap sources = new SourceMap();
    try (Stream<Path> files = Files.walk(Path.of("../../stdlib/kinds"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".dvl")).sorted().toList()) {
        sources.add(file.toString(), Files.readString(file));
      }
    }
    return SchemaReader.read(
            sources.files().stream().map(file -> Parser.parse(file).value()).toList())
        .value();
  }
}

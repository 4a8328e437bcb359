package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.check.Checker;
import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Resolver;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.validate.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lowering and rules bear a large program. */
class LargeProgramTest {
  @Test
  void tenThousandInstancesAreLoweredAndValidated() {
    assertThat(run(10_000).instances()).hasSize(10_001);
  }

  private static Program run(int count) {
    SourceMap sources = new SourceMap();
    FileTree tree = Parser.parse(sources.add("many.dvl", program(count))).value();
    Outcome<Names> names = Resolver.resolve(Modules.of(List.of(tree)), TestPrograms.KINDS);
    Outcome<Types> types = Checker.check(names.value(), TestPrograms.KINDS);
    assertThat(names.diagnostics()).isEmpty();
    assertThat(types.diagnostics()).isEmpty();
    Outcome<Lowering.Lowered> lowered =
        Lowering.lower(names.value(), types.value(), TestPrograms.inputs(""));
    assertThat(lowered.diagnostics()).isEmpty();
    Program program = lowered.value().program();
    assertThat(Validation.validate(program, TestPrograms.KINDS).diagnostics()).isEmpty();

    return program;
  }

  private static String program(int count) {
    return """
    host engine: docker {}
    network back { driver = "bridge" }
    let base = 64MiB
    for i in 0..<%d {
      container app[i] {
        image    = "shop/api:1.${i}"
        memory   = base * 2 + 64MiB
        env      = { PORT = "${8000 + i}", NAME = app[if i > 0 then i - 1 else 0].name, ID = if i > 0 then app[0].id else "" }
        networks = [back]
        health { command = ["check", "${i}"], interval = 5s }
        after    = if i > 0 then [app[0].started] else []
      }
    }
    """
        .formatted(count);
  }
}

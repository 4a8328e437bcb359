package dev.dvl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Prompt;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.stdlib.StandardKinds;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final String PROGRAM =
      """
      param replicas: int = 2
      let limits = { memory = 1MiB, count = 3 }
      fn replicated(x: int): int = x
      host engine: docker {}
      for i in 0..<replicas {
        let inner = i
        container app[i] { image = "app:1" }
      }
      if replicas > 9 { container spare { image = "app:1" } }
      """;

  private final Completion completion = new Completion(prompt());

  private static Prompt prompt() {
    SourceMap sources = new SourceMap();
    sources.add("program.dvl", PROGRAM);
    return new Prompt(sources.files(), StandardKinds.load(), Inputs.open(ProjectFiles.NONE));
  }

  @Test
  void namesAreThoseOfTheProgramAndOfFunctions() {
    assertThat(completion.at("repl"))
        .containsExactly("replace(", "replace_all(", "replicas", "replicated(");
    assertThat(completion.at("1 + lim")).containsExactly("limits");
    assertThat(completion.at("inner")).isEmpty();
  }

  @Test
  void membersFollowADot() {
    assertThat(completion.at("limits.")).containsExactly("count", "memory");
    assertThat(completion.at("2 * limits.co")).containsExactly("count");
    assertThat(completion.at("app[replicas - 1].ip")).containsExactly("ip", "ipc_mode");
    assertThat(completion.at("app[*].memory_s")).containsExactly("memory_swap");
    assertThat(completion.at("spare?.ip_")).isEmpty();
    assertThat(completion.at("len(spare?.na")).containsExactly("name");
    assertThat(completion.at("app.")).isEmpty();
    assertThat(completion.at("nothing.")).isEmpty();
    assertThat(completion.at("((.")).isEmpty();
  }

  @Test
  void commandsStandAtTheStart() {
    assertThat(completion.at(":")).containsExactly(":help", ":names", ":quit", ":type");
    assertThat(completion.at(" :ty")).containsExactly(":type");
    assertThat(completion.at("1 + :ty")).doesNotContain(":type");
    assertThat(completion.at(":type repl")).contains("replicas");
  }
}

package dev.dvl.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be computed says why, but for what a secret is. */
class SecretProblemTest {
  private static final Environment KNOWING =
      new Environment() {
        @Override
        public Optional<Value> variable(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Value> read(Address resource, Path path) {
          return Optional.empty();
        }

        @Override
        public Optional<Value> secret(String name) {
          return Optional.of(Value.text("hunter2"));
        }
      };

  @Test
  void theValueOfASecretIsInNoProblem() {
    Term trimmed = new Term.Call("trim", List.of(new Term.Secret("password")));
    assertThatThrownBy(() -> reduced(new Term.Call("int", List.of(trimmed))))
        .isInstanceOf(EvaluationProblem.class)
        .satisfies(it -> assertThat(it.getMessage()).contains("`int`").doesNotContain("hunter2"));
  }

  @Test
  void theValueOfAnythingElseIs() {
    assertThatThrownBy(
            () -> reduced(new Term.Call("int", List.of(Term.literal(Value.text("seven"))))))
        .hasMessageContaining("seven");
  }

  private static Value reduced(Term term) throws EvaluationProblem {
    return StandardFunctions.EVALUATOR.reduce(term, KNOWING);
  }
}

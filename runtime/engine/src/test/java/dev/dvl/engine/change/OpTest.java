package dev.dvl.engine.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an op may need. */
class OpTest {
  private static Op op(Op.Need... needs) {
    return op(Op.Role.UNDOES, needs);
  }

  private static Op op(Op.Role role, Op.Need... needs) {
    return new Op(
        "b",
        Address.of("web"),
        Address.of("engine"),
        new Op.Request("container.make", new TreeMap<>(), Set.of(), true, Duration.ofSeconds(1)),
        new Op.Effect(role, Set.of(), Optional.empty(), false),
        List.of(needs),
        Optional.empty());
  }

  @Test
  void theSameNeedCountsOnce() {
    assertThat(op(Op.Need.done("a"), Op.Need.done("c"), Op.Need.done("a")).needs())
        .containsExactly(Op.Need.done("a"), Op.Need.done("c"));
    assertThat(op().withNeeds(List.of(Op.Need.failed("a"), Op.Need.failed("a"))).needs())
        .containsExactly(Op.Need.failed("a"));
  }

  @Test
  void whatNeedsAFailureUndoes() {
    assertThatThrownBy(() -> op(Op.Role.REMOVES, Op.Need.failed("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`b` needs a failure and undoes nothing");
  }

  @Test
  void nothingCanEndInTwoWays() {
    assertThatThrownBy(() -> op(Op.Need.done("a"), Op.Need.failed("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`b` needs `a` both to be done and to have failed");
  }
}

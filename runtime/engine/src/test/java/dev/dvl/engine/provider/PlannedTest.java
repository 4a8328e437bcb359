package dev.dvl.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannedTest {
  private static Op op(String id, Role role, Need... needs) {
    return new Op(
        id,
        Address.of("it"),
        Address.of("engine"),
        new Op.Request(id, new TreeMap<>(), Set.of(), true, Duration.ofSeconds(1)),
        new Op.Effect(role, Set.of(), Optional.empty(), false),
        List.of(needs),
        Optional.empty());
  }

  /** The call that took something away may have failed after its effect. */
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REMOVES", "CHANGES"})
  void whatGivesBackNeedsNoMoreThanABeginning(Role role) {
    List<Op> begun = replacement(role, Need.begun("first"));
    assertThat(new Planned(begun, List.of(), Set.of()).ops()).isEqualTo(begun);
    List<Op> done = replacement(role, Need.done("first"));
    assertThatThrownBy(() -> new Planned(done, List.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`back`");
  }

  private static List<Op> replacement(Role role, Need taken) {
    return List.of(
        op("first", role),
        op("second", Role.MAKES, Need.done("first")),
        op("back", Role.UNDOES, taken, Need.failed("second")));
  }
}

package dev.dvl.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.stdlib.StandardKinds;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final KindSchema KIND = StandardKinds.load().find("volume").orElseThrow();

  @Test
  void oneMoreReasonLeavesAllElseAsItWas() throws ReflectiveOperationException {
    Live live =
        new Live(
            new Ref("volume", "1", "one"),
            Live.Standing.OURS,
            Optional.empty(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    Change change =
        new Change(
            Address.of("a"),
            KIND,
            Action.UPDATE,
            Address.of("engine"),
            Optional.of(live),
            Optional.empty(),
            List.of(),
            Impact.LIVE,
            List.of("It differs."),
            Optional.of(new Takeover.Moved(Address.of("b"))));
    Change more = change.because("Somebody changed it.");
    for (RecordComponent component : Change.class.getRecordComponents()) {
      Object before = component.getAccessor().invoke(change);
      Object after = component.getAccessor().invoke(more);
      assertThat(after)
          .as(component.getName())
          .isEqualTo(
              component.getName().equals("reasons")
                  ? List.of("It differs.", "Somebody changed it.")
                  : before);
    }
  }
}

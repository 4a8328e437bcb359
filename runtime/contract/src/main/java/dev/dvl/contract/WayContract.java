package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What holds whichever way leads to a platform. A provider with a second way, such as SSH, tests
 * that one with this sample of its contract.
 */
public abstract class WayContract extends Contract {
  @Test
  void whatWasAppliedPlansEmpty() throws Exception {
    for (String program :
        List.of(platform.program(), platform.updated(), platform.replaced(), platform.program())) {
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
    }
  }

  @Test
  void withoutItsLocalFilesThePlanIsEmptyStill() throws Exception {
    bench.applied(platform.program());
    delete(platform.folder().resolve(".dvl").resolve(stackId + "-default"));
    assertThat(bench.plan(platform.program()).changes()).isEmpty();
  }

  @Test
  void aStrangerIsLeftAlone() throws Exception {
    bench.applied(platform.program());
    List<String> strangers = new ArrayList<>();
    for (Map.Entry<String, String> named : platform.named().entrySet()) {
      String stranger = named.getValue() + "-stranger";
      platform.makeStranger(named.getKey(), stranger);
      strangers.add(stranger);
    }
    assertThat(bench.plan(platform.program()).changes()).isEmpty();
    bench.apply(bench.planDestroy(platform.program()));
    assertThat(platform.names()).containsExactlyInAnyOrderElementsOf(strangers);
  }

  @Test
  void destroyLeavesNothing() throws Exception {
    bench.applied(platform.program());
    assertThat(platform.names()).hasSize(platform.size());
    destroy();
  }
}

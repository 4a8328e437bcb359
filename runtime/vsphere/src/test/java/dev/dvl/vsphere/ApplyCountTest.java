package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.server.ServerConnector;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What applying costs: so many calls and bytes for each object, however many there are. No time
 * passes meanwhile, because who needs an inventory that is not too old reads it again after some.
 */
@Tag("vcenter")
class ApplyCountTest {
  private static final int FEW = 10;
  private static final int MANY = 60;

  @TempDir Path folder;

  /** Calls and bytes of one apply. */
  private record Cost(long calls, long bytes, long views) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "folder team[i] on lab { name = \"team-${i}\" }                         | 15",
        "resource_pool share[i] on lab { name = \"share-${i}\" }                | 9",
        "port_group lan[i] on lab { name = \"lan-${i}\", esxi = \"DC0_H0\" }    | 7",
        "vm app[i] on lab { name = \"app-${i}\", guest_id = \"otherGuest\" }    | 27"
      })
  void eachObjectCostsTheSame(String resource, int most) throws Exception {
    Cost few = cost(FEW, resource);
    Cost many = cost(MANY, resource);
    assertThat(many.calls() - few.calls()).isLessThanOrEqualTo((long) most * (MANY - FEW));
    assertThat(many.bytes()).isLessThan(few.bytes() * 2 * MANY / FEW);
    assertThat(many.views()).isLessThanOrEqualTo(few.views() + 3);
  }

  private Cost cost(int count, String resource) throws Exception {
    try (VCenter vcenter = VCenter.with("{\"vms\": 0, \"clusters\": 1}")) {
      Bench bench =
          new Bench(
                  StandardKinds.load(),
                  new VSphereProvider(new ServerConnector(), () -> 0),
                  new Stack(StackFile.fresh(), "count"),
                  folder.resolve("of" + count))
              .secret("vc_password", vcenter.password());
      Plan plan = bench.plan(program(vcenter, count, resource));
      vcenter.resetCalls();
      assertThat(bench.apply(plan).diagnostics()).isEmpty();
      Map<?, ?> calls = vcenter.calls();
      return new Cost(
          number(calls.get("count")),
          number(calls.get("answerBytes")),
          calls.get("methods") instanceof Map<?, ?> methods
                  && methods.get("CreateContainerView") instanceof Map<?, ?> views
              ? number(views.get("count"))
              : 0);
    }
  }

  private static long number(@Nullable Object value) {
    return Long.parseLong(String.valueOf(value));
  }

  private static String program(VCenter vcenter, int count, String resource) {
    return """
    module count { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    for i in 0..<%d {
      %s
    }
    """
        .formatted(vcenter.settings(), count, resource);
  }
}

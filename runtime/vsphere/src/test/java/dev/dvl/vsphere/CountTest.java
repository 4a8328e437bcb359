package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.VCenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planning asks a server as often for a hundred objects as for one, and changes nothing. */
@Tag("vcenter")
class CountTest {
  private static final List<String> READING =
      List.of(
          "RetrieveServiceContent",
          "Login",
          "Logout",
          "CreateContainerView",
          "DestroyView",
          "RetrievePropertiesEx",
          "ContinueRetrievePropertiesEx");

  @TempDir Path folder;

  @Test
  void aHundredObjectsAreReadInAsManyCallsAsOne() throws Exception {
    // What they make ends with them.
    try (VCenter few = VCenter.with("{\"vms\": 0}");
        VCenter many = VCenter.with("{\"vms\": 0}")) {
      Map<String, @Nullable Object> one = calls(few, 1);
      Map<String, @Nullable Object> hundred = calls(many, 100);
      one.remove("ContinueRetrievePropertiesEx");
      hundred.remove("ContinueRetrievePropertiesEx");
      assertThat(hundred).isEqualTo(one);
      assertThat(READING).containsAll(soap(one));
    }
  }

  private static List<String> soap(Map<String, @Nullable Object> methods) {
    return methods.keySet().stream().filter(it -> !it.contains(" ")).toList();
  }

  /** How often each method is called to plan for so many objects that are there. */
  private Map<String, @Nullable Object> calls(VCenter vcenter, int count) throws Exception {
    Bench bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(),
                new Stack(StackFile.fresh(), "count"),
                folder.resolve("of" + count))
            .secret("vc_password", vcenter.password());
    String program = program(vcenter, count);
    bench.applied(program);
    vcenter.resetCalls();
    assertThat(bench.plan(program).changes()).isEmpty();
    Map<String, @Nullable Object> methods = new TreeMap<>();
    if (vcenter.calls().get("methods") instanceof Map<?, ?> tallies) {
      tallies.forEach(
          (method, tally) ->
              methods.put(
                  String.valueOf(method), tally instanceof Map<?, ?> it ? it.get("count") : 0));
    }
    return methods;
  }

  private static String program(VCenter vcenter, int count) {
    return """
    module count { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    for i in 0..<%d {
      folder team[i] on lab { name = "team-${i}" }
      resource_pool share[i] on lab { name = "share-${i}" }
      port_group lan[i] on lab { name = "lan-${i}", esxi = "DC0_H0", vlan = 100 + i }
    }
    """
        .formatted(vcenter.settings(), count);
  }
}

package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.Over;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Inventory;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulator's views leave out an object now and then while many others are destroyed. Here they
 * leave out what the test says, always; everything else is the simulator's own.
 */
@Tag("vcenter")
class MissedTest {
  private static final String SMALL = "cpu_limit = 1GHz";
  private static final String LARGE = "cpu_limit = 2GHz";

  @TempDir Path folder;
  private final Set<String> missed = ConcurrentHashMap.newKeySet();
  private VCenter vcenter;
  private Bench bench;

  @BeforeEach
  void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 0, \"standaloneHosts\": 0}");
    bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(forgetful()),
                new Stack(StackFile.fresh(), "missed"),
                folder)
            .secret("vc_password", vcenter.password());
  }

  @AfterEach
  void end() throws Exception {
    vcenter.close();
  }

  private VSphereConnector forgetful() {
    ServerConnector soap = new ServerConnector();
    return (endpoint, trust, credentials, limits) -> {
      VSphereSession real = soap.open(endpoint, trust, credentials, limits);
      Inventory all = real.inventory();
      return Over.of(
          VSphereSession.class,
          real,
          "inventory",
          ignored -> Over.of(Inventory.class, all, "below", args -> below(all, args)));
    };
  }

  private List<Found> below(Inventory all, Object[] args) throws Exception {
    List<Selection> selections = ((List<?>) args[1]).stream().map(Selection.class::cast).toList();
    return all.below((Ref) args[0], selections).stream()
        .filter(it -> it.text("name").filter(missed::contains).isEmpty())
        .toList();
  }

  private String program(String limit) {
    return """
    module missed { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s}
    folder team on lab { name = "team" }
    resource_pool share on lab { name = "share"
      %s }
    vm app on lab { name = "app", guest_id = "otherGuest", folder = team, %s }
    """
        .formatted(vcenter.settings(), limit, limit.equals(SMALL) ? "cpus = 1" : "cpus = 2");
  }

  @Test
  void anObjectThatAReadLeavesOutIsLookedForBeforeItCountsAsGone() throws Exception {
    bench.applied(program(SMALL));
    missed.addAll(Set.of("share", "app", "team"));
    assertThat(bench.plan(program(SMALL)).changes()).isEmpty();
    Plan plan = bench.plan(program(LARGE));
    assertThat(plan.changes()).hasSize(2).allMatch(it -> it.action() == Action.UPDATE);
    bench.applied(program(LARGE));
    missed.clear();
    assertThat(bench.plan(program(LARGE)).changes()).isEmpty();
  }

  @Test
  void anObjectThatIsLeftOutWhileAPlanIsCarriedOutIsNoReasonToStop() throws Exception {
    bench.applied(program(SMALL));
    Plan plan = bench.plan(program(LARGE));
    missed.addAll(Set.of("share", "app", "team"));
    assertThat(bench.apply(plan).diagnostics()).isEmpty();
  }

  @Test
  void whatIsGoneIsGone() throws Exception {
    bench.applied(program(SMALL));
    Plan plan = bench.plan(program(LARGE));
    try (VSphereSession session = vcenter.session()) {
      Ref pool = session.inventory().byPath("/DC0/host/DC0_C0/Resources/share").orElseThrow();
      session.objects().destroy(pool, dev.dvl.vsphere.lab.Stranger.WATCH);
    }
    assertThat(bench.apply(plan).diagnostics())
        .extracting(it -> it.code().id())
        .contains("DVL6020");
  }
}

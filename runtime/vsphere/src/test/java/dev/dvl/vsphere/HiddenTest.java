package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.Over;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Inventory;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a server does not tell is no difference. Each property that planning asks for is hidden in
 * turn, of every object that has it: nothing may be planned then, whatever it is.
 */
@Tag("vcenter")
class HiddenTest {
  private static final String FIND =
      """
      {"type": "%s", "name": "%s", "property": "%s", "kind": "%s", "value": %s}\
      """;

  @TempDir Path folder;
  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private VCenter vcenter;
  private Bench bench;

  @BeforeEach
  void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 0, \"standaloneHosts\": 0, \"hosts\": 2}");
    bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(noting()),
                new Stack(StackFile.fresh(), "hidden"),
                folder)
            .secret("vc_password", vcenter.password());
    Files.writeString(folder.resolve("a.txt"), "a");
  }

  @AfterEach
  void end() throws Exception {
    vcenter.close();
  }

  /** Notes all that is asked. */
  private VSphereConnector noting() {
    ServerConnector soap = new ServerConnector();
    return (endpoint, trust, credentials, limits) -> {
      VSphereSession real = soap.open(endpoint, trust, credentials, limits);
      Inventory all = real.inventory();
      Inventory below =
          Over.of(Inventory.class, all, "below", args -> below(all, (Ref) args[0], args[1]));
      Inventory both =
          Over.of(Inventory.class, below, "read", args -> read(all, args[0], (Selection) args[1]));
      return Over.of(VSphereSession.class, real, "inventory", ignored -> both);
    };
  }

  private Object below(Inventory all, Ref root, Object selected) throws Exception {
    List<Selection> selections = ((List<?>) selected).stream().map(Selection.class::cast).toList();
    selections.forEach(this::note);
    return all.below(root, selections);
  }

  private Object read(Inventory all, Object refs, Selection selection) throws Exception {
    List<Ref> objects = ((Collection<?>) refs).stream().map(Ref.class::cast).toList();
    if (!objects.isEmpty()) {
      note(selection);
    }
    return all.read(objects, selection);
  }

  private void note(Selection selection) {
    selection.paths().forEach(path -> asked.add(selection.type() + " " + path));
  }

  private String program() {
    return """
    module hidden { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    folder team on lab { name = "team" }
    resource_pool share on lab { name = "share", cpu_limit = 1GHz }
    tag_category env on lab { name = "env" }
    tag prod on lab { name = "prod", category = env }
    distributed_port_group wide on lab { name = "wide", switch = "DVS0", vlan = 7 }
    port_group lan on lab { name = "lan", esxi = "DC0_C0_H0", vlan = 3 }
    datastore_file note on lab { path = "notes/a.txt", source = "a.txt" }
    vm app on lab {
      name = "app", guest_id = "otherGuest", power = "off", folder = team, resource_pool = share, cpus = 2, memory = 64MiB
      annotation = "x", firmware = "efi", tags = [prod], custom_attributes = { "owner" = "me" }, datastore = "LocalDS_0"
      disk root { size = 1GiB }
      nic one { network = wide }
      nic two { network = "VM Network" }
    }
    vm other on lab { name = "other", guest_id = "otherGuest", power = "off" }
    affinity_rule apart on lab { name = "apart", keep = "apart", vms = [app, other] }
    snapshot before on lab { vm = app, name = "before" }
    template gold on lab { name = "gold", source = app }
    """
        .formatted(vcenter.settings());
  }

  /** What a plan would do: nothing where there is none. */
  private List<String> planned(String program) throws IOException {
    Outcome<Plan> outcome = bench.planOutcome(program);
    boolean refused = outcome.diagnostics().stream().anyMatch(Diagnostic::isError);
    return refused
        ? List.of()
        : outcome.value().ops().stream().map(op -> op.call() + " " + op.change()).toList();
  }

  @Test
  void whatIsNotToldIsNoDifference() throws Exception {
    bench.applied(program());
    asked.clear();
    assertThat(bench.plan(program()).changes()).isEmpty();
    assertThat(asked).contains("VirtualMachine config.extraConfig", "Folder customValue");
    Map<String, List<String>> faults = new TreeMap<>();
    for (String property : List.copyOf(asked)) {
      int space = property.indexOf(' ');
      vcenter.hide(property.substring(0, space), property.substring(space + 1));
      faults.put(property, planned(program()));
      vcenter.showAll();
    }
    faults.values().removeIf(List::isEmpty);
    assertThat(faults).isEmpty();
    assertThat(bench.plan(program()).changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notResponding", "disconnected"})
  void aHostThatIsLostKeepsItsPortGroups(String state) throws Exception {
    bench.applied(program());
    vcenter.behind(
        FIND.formatted(
            "HostSystem",
            "DC0_C0_H0",
            "runtime.connectionState",
            "HostSystemConnectionState",
            "\"" + state + "\""));
    String other = program().replace("vlan = 3", "vlan = 4");
    assertThat(bench.plan(other).ops()).isEmpty();
    assertThat(bench.plan(other.replaceAll("port_group lan .*\n", "")).ops()).isEmpty();
  }

  @Test
  void aDatastoreThatIsLostKeepsItsFiles() throws Exception {
    bench.applied(program());
    vcenter.behind(
        FIND.formatted("Datastore", "LocalDS_0", "summary.accessible", "xsd:boolean", "false"));
    assertThat(bench.plan(program()).ops()).isEmpty();
    assertThat(bench.plan(program().replaceAll("datastore_file .*\n", "")).ops()).isEmpty();
  }

  /** Each is a type of object, and the kinds whose objects are of it. */
  private static final Map<String, String> MARKED =
      Map.of(
          "Folder", "team",
          "ResourcePool", "share",
          "DistributedVirtualPortgroup", "wide");

  @Test
  void whatCannotBeSeenToBeOursIsLeftAloneWhenAllIsToGo() throws Exception {
    bench.applied(program());
    for (String type : MARKED.keySet()) {
      vcenter.hide(type, "customValue");
    }
    assertThat(bench.planDestroy(program()).changes())
        .filteredOn(it -> MARKED.containsValue(it.address().toString()))
        .hasSize(MARKED.size())
        .allMatch(it -> it.action().word().equals("undecided"));
  }
}

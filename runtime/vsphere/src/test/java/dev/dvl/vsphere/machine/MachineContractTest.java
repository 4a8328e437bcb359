package dev.dvl.vsphere.machine;

import dev.dvl.contract.ContractPrograms;
import dev.dvl.contract.Platform;
import dev.dvl.contract.ProviderContract;
import dev.dvl.engine.provider.Provider;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Virtual machines keep what every provider must keep. */
@Tag("vcenter")
class MachineContractTest extends ProviderContract {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));
  private static final Selection NAMES = new Selection(Machine.TYPE, List.of());
  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 1, \"standaloneHosts\": 0}");
    session = simulator.session();
  }

  @AfterAll
  static void end() throws Exception {
    if (session != null) {
      session.close();
      simulator.close();
    }
  }

  @Override
  protected Platform platform() {
    return new Machines(folder);
  }

  private static final String BARE = "dvl-contract-bare";
  private static final String COPY = "dvl-contract-copy";

  private record Machines(Path folder) implements Platform {
    @Override
    public Provider provider() {
      return new VSphereProvider();
    }

    @Override
    public ContractPrograms programs() {
      return ContractPrograms.of(text())
          .updating("cpus      = 2", "cpus      = 4")
          .replacing("replace_when = [0]", "replace_when = [1]")
          .moving("app", "web")
          .moving("bare", "empty")
          .adopting("bare", BARE)
          .forgetting("bare", BARE);
    }

    private static String text() {
      return "module contract { edition = 2026 }\n"
          + simulator.host("")
          + """
          vm app {
            name      = "dvl-contract-app"
            template  = "DC0_C0_RP0_VM0"
            cpus      = 2
            replace_when = [0]
            disk root { size = 12GiB }
            disk data { size = 1GiB }
            nic lan { network = "VM Network" }
          }
          vm bare {
            name     = "dvl-contract-bare"
            guest_id = "otherGuest"
            memory   = 64MiB
            power    = "off"
            after    = [app.started]
          }
          """;
    }

    @Override
    public Map<String, String> named() {
      return Map.of("vm", BARE);
    }

    @Override
    public Set<String> holdingData() {
      return Set.of("vm");
    }

    @Override
    public void makeStranger(String kind, String name) throws Exception {
      Catalog catalog = Catalog.read(session, List.of(NAMES));
      InventoryNames names = names(catalog);
      Ref pool = names.pool(names.compute(Optional.empty(), Optional.empty()), Optional.empty());
      String store = names.datastore(Optional.empty()).name();
      session
          .machines()
          .create(
              names.topFolder(),
              pool,
              Optional.empty(),
              List.of(
                  new VmSetting.Name(name),
                  new VmSetting.GuestId("otherGuest"),
                  new VmSetting.Files("[" + store + "]")),
              WATCH);
    }

    private InventoryNames names(Catalog catalog) {
      return new InventoryNames(
          catalog,
          new dev.dvl.engine.provider.HostSpec(
              dev.dvl.compiler.value.Address.of("lab"),
              "vsphere",
              java.util.Collections.emptySortedMap(),
              java.util.Map.of(),
              folder,
              folder));
    }

    @Override
    public List<String> makeCopies() throws Exception {
      Catalog catalog = Catalog.read(session, List.of(NAMES));
      InventoryNames names = names(catalog);
      Machine source = Machine.read(session, List.of(names.machine(BARE).ref())).getFirst();
      List<VmSetting> extra = new ArrayList<>();
      source.extra().forEach((key, value) -> extra.add(new VmSetting.Extra(key, value)));
      session
          .machines()
          .copy(
              source.ref(),
              new CloneSpec(
                  COPY,
                  names.topFolder(),
                  Placement.on(
                      names.pool(
                          names.compute(Optional.empty(), Optional.empty()), Optional.empty()),
                      names.datastore(Optional.empty()).ref()),
                  false,
                  Optional.empty(),
                  extra,
                  Optional.empty()),
              WATCH);
      return List.of(COPY);
    }

    @Override
    public void removeStrangers() throws Exception {
      for (Entry entry : strangers()) {
        String name = entry.name();
        boolean stranger =
            Machine.read(session, List.of(entry.ref())).stream()
                .noneMatch(it -> it.extra().containsKey("dvl.birth"));
        if (stranger || name.equals(COPY)) {
          session.objects().destroy(entry.ref(), WATCH);
        }
      }
    }

    private static List<Entry> strangers() throws Exception {
      return Catalog.read(session, List.of(NAMES)).all(Machine.TYPE).stream()
          .filter(it -> it.name().startsWith("dvl-contract"))
          .toList();
    }

    @Override
    public List<String> names() throws Exception {
      return strangers().stream().map(Entry::name).toList();
    }

    @Override
    public int size() {
      return 2;
    }
  }
}

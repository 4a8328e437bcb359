package dev.dvl.vsphere.contract;

import dev.dvl.contract.ContractPrograms;
import dev.dvl.contract.Platform;
import dev.dvl.contract.ProviderContract;
import dev.dvl.engine.provider.Provider;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.stamp.Mark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** vSphere keeps what every provider must. */
@Tag("vcenter")
class VSphereContractTest extends ProviderContract {
  private static final String TEAM = "contract-team";
  private static final String COPY = "contract-copy";

  @TempDir Path folder;

  /** Tests that take the ledger away. */
  private static final List<String> WITHOUT_LEDGER =
      List.of("withoutItsLocalFiles", "whatMovesKeeps", "whatIsForgottenStays");

  private static final List<VCenter> ORDERED = new ArrayList<>();

  @Override
  protected Platform platform() throws Exception {
    VCenter vcenter = VCenter.with("{\"clusters\": 2, \"hosts\": 1, \"vms\": 0}");
    ORDERED.add(vcenter);
    return new OnSimulator(vcenter, folder);
  }

  /**
   * Without its ledger dvl leaves alone what is known by its name; here somebody else removes it.
   */
  @AfterEach
  void removeNamed(TestInfo test) throws Exception {
    if (WITHOUT_LEDGER.stream().anyMatch(test.getDisplayName()::startsWith)) {
      try (Stranger stranger = Stranger.at(ORDERED.getLast())) {
        for (Tags.Category category : stranger.session().tags().categories()) {
          stranger.session().tags().deleteCategory(category.id());
        }
      }
    }
  }

  @AfterAll
  static void giveBack() throws Exception {
    for (VCenter vcenter : ORDERED) {
      vcenter.close();
    }
  }

  private record OnSimulator(VCenter vcenter, Path folder) implements Platform {
    @Override
    public Provider provider() {
      return new VSphereProvider();
    }

    @Override
    public ContractPrograms programs() {
      return ContractPrograms.of(text())
          .updating("\"shop\", parent = team", "\"shop2\"")
          .updating("\"prod\"", "\"production\"")
          .updating("2000MHz", "3000MHz")
          .replacing("cluster = \"DC0_C0\", memory", "cluster = \"DC0_C1\", memory")
          .replacing(", cardinality = \"multiple\"", "")
          .moving("team", "crew")
          .moving("stock", "depot")
          .moving("far", "distant")
          .adopting("team", TEAM)
          .forgetting("far", "far");
    }

    private String text() {
      return """
      module contract { edition = 2026 }
      host lab: vsphere {
      %s  cluster = "DC0_C0"
      }
      folder team on lab { name = "contract-team" }
      tag_category env on lab { name = "contract-env", cardinality = "multiple" }
      tag prod on lab { name = "prod", category = env }
      folder shop on lab { name = "shop", parent = team, tags = [prod] }
      folder stock on lab { parent = shop }
      resource_pool wide on lab { name = "wide" }
      resource_pool narrow on lab { name = "narrow", parent = wide, cpu_limit = 2000MHz }
      resource_pool far on lab { name = "far", cluster = "DC0_C0", memory_reservation = 64MiB }
      """
          .formatted(vcenter.settings().replace("vc_password", "\"" + vcenter.password() + "\""));
    }

    /**
     * Pools of one name may stand in several clusters: a stranger among them has a code of its own.
     */
    @Override
    public Map<String, String> named() {
      return Map.of("folder", TEAM);
    }

    @Override
    public int size() {
      return 8;
    }

    @Override
    public Set<String> holdingData() {
      return Set.of();
    }

    @Override
    public void makeStranger(String kind, String name) throws Exception {
      try (Stranger stranger = Stranger.at(vcenter)) {
        stranger.session().objects().createFolder(stranger.at("/DC0/vm"), name);
      }
    }

    /** Nothing copies a folder; a mark that says another object's id is what a copy would have. */
    @Override
    public List<String> makeCopies() throws Exception {
      try (Stranger stranger = Stranger.at(vcenter)) {
        Ref copy = stranger.session().objects().createFolder(stranger.at("/DC0/vm"), COPY);
        int key = stranger.session().objects().fieldKey(Mark.FIELD).orElseThrow();
        stranger.session().objects().setField(copy, key, mark(stranger, key));
        return List.of(COPY);
      }
    }

    private String mark(Stranger stranger, int key) throws VSphereException {
      Tree values = stranger.get(stranger.at("/DC0/vm/" + TEAM), "customValue");
      return values.children().stream()
          .filter(it -> it.number("key").filter(number -> number == key).isPresent())
          .flatMap(it -> it.text("value").stream())
          .findFirst()
          .orElseThrow();
    }

    /** Ours bear a mark that was written for them. */
    @Override
    public void removeStrangers() throws Exception {
      try (Stranger stranger = Stranger.at(vcenter)) {
        List<String> paths =
            List.of("/DC0/vm/" + COPY, "/DC0/vm/" + TEAM, "/DC0/vm/" + TEAM + "-stranger");
        for (String path : paths) {
          Optional<Ref> found = stranger.session().inventory().byPath(path);
          if (found.isPresent() && !isOurs(stranger, found.get())) {
            stranger.session().objects().destroy(found.get(), Stranger.WATCH);
          }
        }
      }
    }

    private static boolean isOurs(Stranger stranger, Ref ref) throws VSphereException {
      return stranger.get(ref, "customValue").children().stream()
          .flatMap(it -> it.text("value").stream())
          .anyMatch(it -> it.startsWith(ref.id() + " "));
    }

    @Override
    public List<String> names() throws Exception {
      try (Stranger stranger = Stranger.at(vcenter)) {
        List<String> names = new ArrayList<>(stranger.namesOf("Folder"));
        names.addAll(stranger.namesOf("ResourcePool"));
        names.removeAll(List.of("Datacenters", "vm", "host", "datastore", "network", "Resources"));
        for (Tags.Category category : stranger.session().tags().categories()) {
          names.add(category.name());
          stranger.session().tags().tagsIn(category.id()).forEach(it -> names.add(it.name()));
        }
        return names;
      }
    }
  }
}

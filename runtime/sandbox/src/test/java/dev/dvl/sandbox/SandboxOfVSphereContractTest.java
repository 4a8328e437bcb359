package dev.dvl.sandbox;

import dev.dvl.contract.Platform;
import dev.dvl.contract.ProviderContract;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox keeps what every provider must where records can be written anew. */
class SandboxOfVSphereContractTest extends ProviderContract {
  private static final String PROGRAM =
      """
      module contract { edition = 2026 }
      host lab: vsphere { server = "vc.example" }
      folder team { name = "contract-team" }
      vm app {
        name     = "contract-app"
        guest_id = "otherGuest"
        folder   = team
        cpus     = 2
        replace_when = [0]
      }
      folder spare { name = "contract-spare" }
      """;

  private static final String STRANGER = "stranger-";

  @TempDir Path folder;

  @Override
  protected Platform platform() {
    return new InFolder(folder);
  }

  private record InFolder(Path folder) implements Platform {
    @Override
    public Provider provider() {
      return new SandboxProvider();
    }

    @Override
    public String program() {
      return PROGRAM;
    }

    @Override
    public String updated() {
      return PROGRAM.replace("cpus     = 2", "cpus     = 4");
    }

    @Override
    public String replaced() {
      return PROGRAM.replace("replace_when = [0]", "replace_when = [1]");
    }

    private static String moving(String program) {
      return program
              .replace("folder team", "folder crew")
              .replace("= team", "= crew")
              .replace("vm app", "vm web")
          + """
          moved team -> crew
          moved app -> web
          """;
    }

    @Override
    public String moved() {
      return moving(PROGRAM);
    }

    @Override
    public String movedAndReplaced() {
      return moving(replaced());
    }

    @Override
    public String adopting() {
      return PROGRAM
          + """
          adopt app = "contract-app"
          adopt team = "contract-team"
          """;
    }

    @Override
    public String forgotten() {
      return PROGRAM.substring(0, PROGRAM.indexOf("folder spare")) + "forget spare\n";
    }

    @Override
    public String reclaimed() {
      return PROGRAM + "adopt spare = \"contract-spare\"\n";
    }

    @Override
    public Map<String, String> adopted() {
      return Map.of("folder", "contract-team", "vm", "contract-app");
    }

    /** Folders of one name may stand in several places. */
    @Override
    public Map<String, String> named() {
      return Map.of("vm", "contract-app");
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public Set<String> holdingData() {
      return Set.of("vm");
    }

    @Override
    public void makeStranger(String kind, String name) throws IOException {
      store().put(SandboxObject.foreign(new Ref(kind, STRANGER + kind, name), Map.of()));
    }

    @Override
    public List<String> makeCopies() throws IOException {
      Store store = store();
      List<String> copies = new ArrayList<>();
      for (Map.Entry<String, String> named : named().entrySet()) {
        String kind = named.getKey();
        String copy = named.getValue() + "-copy";
        SandboxObject object = store.called(kind, named.getValue()).getFirst();
        store.put(object.copy(STRANGER + kind, copy));
        copies.add(copy);
      }
      return copies;
    }

    @Override
    public void removeStrangers() throws IOException {
      Store store = store();
      for (String kind : adopted().keySet()) {
        store.remove(STRANGER + kind);
      }
    }

    @Override
    public List<String> names() throws IOException {
      return store().all().stream().map(object -> object.ref().name()).toList();
    }

    private Store store() throws IOException {
      return Store.open(folder.resolve(".dvl/sandbox/lab.objects"));
    }
  }
}

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

/** The sandbox keeps what every provider must. */
class SandboxContractTest extends ProviderContract {
  private static final String PROGRAM =
      """
      module contract { edition = 2026 }
      host engine: docker {}
      network front { name = "contract-front" }
      volume data { name = "contract-data" }
      container db {
        image = "postgres:17"
        name = "contract-db"
        networks = [front]
        mounts = [{ type = "volume", source = data, target = "/data" }]
        memory = 512MiB
      }
      container page {
        image = "web:1"
        networks = [{ network = front, aliases = ["shop"] }]
        env = { DB = db.ip ?? "none" }
        after = [db.started]
      }
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
      return PROGRAM.replace("512MiB", "1GiB");
    }

    @Override
    public String replaced() {
      return PROGRAM
          .replace("postgres:17", "postgres:18")
          .replace("\"contract-front\"", "\"contract-front\", internal = true");
    }

    private static String moving(String program) {
      return program
              .replace("network front {", "network lan {")
              .replace("[front]", "[lan]")
              .replace("network = front", "network = lan")
              .replace("volume data {", "volume store {")
              .replace("source = data", "source = store")
              .replace("container page {", "container shop {")
          + """
          moved front -> lan
          moved data -> store
          moved page -> shop
          """;
    }

    @Override
    public String moved() {
      return moving(PROGRAM);
    }

    @Override
    public String movedAndReplaced() {
      return moving(replaced().replace("web:1", "web:2"));
    }

    @Override
    public String adopting() {
      return PROGRAM
          + """
          adopt db = "contract-db"
          adopt front = "contract-front"
          adopt data = "contract-data"
          """;
    }

    @Override
    public String forgotten() {
      return PROGRAM.substring(0, PROGRAM.indexOf("container page")) + "forget page\n";
    }

    @Override
    public String reclaimed() {
      return PROGRAM;
    }

    @Override
    public Map<String, String> named() {
      return Map.of(
          "container", "contract-db", "network", "contract-front", "volume", "contract-data");
    }

    @Override
    public int size() {
      return 4;
    }

    @Override
    public Set<String> holdingData() {
      return Set.of("volume");
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
      for (String kind : named().keySet()) {
        store.remove(STRANGER + kind);
      }
    }

    @Override
    public List<String> names() throws IOException {
      return store().all().stream().map(object -> object.ref().name()).toList();
    }

    private Store store() throws IOException {
      return Store.open(folder.resolve(".dvl/sandbox/engine.objects"));
    }
  }
}

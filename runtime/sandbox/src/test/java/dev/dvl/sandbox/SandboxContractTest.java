package dev.dvl.sandbox;

import dev.dvl.contract.ContractPrograms;
import dev.dvl.contract.Platform;
import dev.dvl.contract.ProviderContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox keeps what every provider must. */
class SandboxContractTest extends ProviderContract {
  private static final ContractPrograms PROGRAMS =
      ContractPrograms.of(
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
              """)
          .updating("512MiB", "1GiB")
          .replacing("postgres:17", "postgres:18")
          .replacing("\"contract-front\"", "\"contract-front\", internal = true")
          .replacing("web:1", "web:2")
          .moving("front", "lan")
          .moving("data", "store")
          .moving("page", "shop")
          .adopting("db", "contract-db")
          .adopting("front", "contract-front")
          .adopting("data", "contract-data")
          .forgetting("page");

  private static final Map<String, String> NAMED =
      Map.of("container", "contract-db", "network", "contract-front", "volume", "contract-data");

  @TempDir Path folder;

  @Override
  protected Platform platform() {
    return new SandboxPlatform(folder, "engine", PROGRAMS, 4, NAMED, NAMED, Set.of("volume"));
  }
}

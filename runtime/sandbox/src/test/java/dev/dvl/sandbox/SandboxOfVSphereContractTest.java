package dev.dvl.sandbox;

import dev.dvl.contract.ContractPrograms;
import dev.dvl.contract.Platform;
import dev.dvl.contract.ProviderContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox keeps what every provider must where records can be written anew. */
class SandboxOfVSphereContractTest extends ProviderContract {
  private static final ContractPrograms PROGRAMS =
      ContractPrograms.of(
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
              """)
          .updating("cpus     = 2", "cpus     = 4")
          .replacing("replace_when = [0]", "replace_when = [1]")
          .moving("team", "crew")
          .moving("app", "web")
          .adopting("app", "contract-app")
          .adopting("team", "contract-team")
          .forgetting("spare", "contract-spare");

  /** Folders of one name may stand in several places. */
  private static final Map<String, String> NAMED = Map.of("vm", "contract-app");

  private static final Map<String, String> ADOPTED =
      Map.of("folder", "contract-team", "vm", "contract-app");

  @TempDir Path folder;

  @Override
  protected Platform platform() {
    return new SandboxPlatform(folder, "lab", PROGRAMS, 3, NAMED, ADOPTED, Set.of("vm"));
  }
}

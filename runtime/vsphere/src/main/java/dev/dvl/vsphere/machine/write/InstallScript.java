package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Field;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.stdlib.VmGuestPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.machine.guest.DockerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program's own script that installs a Docker engine in a guest. */
final class InstallScript {
  private InstallScript() {}

  /** Its text, where there is one. */
  static Optional<String> text(Field<VmGuestPart> guest, Path project) throws OpProblem {
    Optional<String> path = guest.known().flatMap(DockerScript::path);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(project.resolve(path.get())));
    } catch (IOException broken) {
      throw Problems.notDone(
          Codes.NO_FILE,
          "the machine cannot be configured",
          "the file `" + path.get() + "` cannot be read.",
          List.of());
    }
  }
}

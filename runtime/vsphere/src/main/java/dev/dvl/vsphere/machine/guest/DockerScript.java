package dev.dvl.vsphere.machine.guest;

import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.DockerSetupPart;
import dev.dvl.stdlib.VmGuestDockerPart;
import dev.dvl.stdlib.VmGuestPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The script that sets up a Docker engine in a guest. It looks first what is there: a guest that
 * has an engine needs no network. Its own part is a resource, {@code docker.sh}; what the program
 * says comes before it as values of variables.
 */
public final class DockerScript {
  private static final String PACKAGES = "packages";
  private static final String NONE = "none";

  private DockerScript() {}

  /** How the program wants an engine set up; nothing where it wants none. */
  static Optional<DockerSetupPart> wanted(VmGuestPart guest) {
    return guest.docker().known().flatMap(DockerScript::wanted);
  }

  private static Optional<DockerSetupPart> wanted(VmGuestDockerPart docker) {
    return switch (docker) {
      case VmGuestDockerPart.Truth(boolean truth) ->
          truth
              ? Optional.of(
                  new DockerSetupPart(Field.unset(), Field.unset(), Field.unset(), Field.unset()))
              : Optional.empty();
      case VmGuestDockerPart.Fields(DockerSetupPart setup) -> Optional.of(setup);
    };
  }

  /** The program's own script that installs the engine, as a path. */
  public static Optional<String> path(VmGuestPart guest) {
    return wanted(guest)
        .map(it -> it.install().orElse(PACKAGES))
        .filter(it -> !it.equals(PACKAGES) && !it.equals(NONE));
  }

  /**
   * The text, where an engine is wanted.
   *
   * @param install the text of the program's own script
   */
  static Optional<String> of(VmGuestPart guest, Optional<String> install) {
    return wanted(guest).map(setup -> text(guest, setup, install));
  }

  private static String text(VmGuestPart guest, DockerSetupPart setup, Optional<String> install) {
    String how = install.isPresent() ? "script" : setup.install().orElse(PACKAGES);
    return "#!/bin/sh\n"
        + variable("user", guest.user().orElse("root"))
        + variable("how", how)
        + variable("settings", DaemonSettings.json(setup))
        + variable("script", install.map(DockerScript::encoded).orElse(""))
        + resource();
  }

  private static String variable(String name, String text) {
    return name + "='" + text.replace("'", "'\\''") + "'\n";
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource() {
    try (InputStream in = DockerScript.class.getResourceAsStream("docker.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

package dev.dvl.vsphere.machine.setting;

import dev.dvl.stdlib.VmGuestPart;
import java.util.Optional;

/**
 * The block {@code guest} as configuration of cloud-init. It goes to the guest as the vendor's, so
 * that what the program's own user data say counts more.
 */
final class GuestUser {
  private GuestUser() {}

  static Optional<String> of(VmGuestPart guest) {
    StringBuilder text = new StringBuilder();
    guest.sshKey().known().ifPresent(key -> text.append(user(guest.user().orElse("root"), key)));
    if (guest.docker().orElse(false)) {
      text.append("packages: [docker.io]\n");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of("#cloud-config\n" + text);
  }

  private static String user(String name, String key) {
    String keys = "    ssh_authorized_keys: [" + quoted(key) + "]\n";
    if (name.equals("root")) {
      return "disable_root: false\nusers:\n  - default\n  - name: root\n" + keys;
    }
    return "users:\n  - default\n  - name: "
        + quoted(name)
        + "\n    sudo: \"ALL=(ALL) NOPASSWD:ALL\"\n    shell: /bin/bash\n"
        + keys;
  }

  /** A text in YAML's double quotes. */
  private static String quoted(String text) {
    return "\"" + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

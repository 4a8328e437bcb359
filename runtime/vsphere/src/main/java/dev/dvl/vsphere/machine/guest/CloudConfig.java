package dev.dvl.vsphere.machine.guest;

import dev.dvl.stdlib.VmGuestPart;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The block {@code guest} as configuration of cloud-init. It comes behind the program's own, of
 * which it replaces nothing: its lists are appended, and of what both say the program's counts.
 *
 * @see <a href="https://cloudinit.readthedocs.io/en/latest/reference/merging.html">cloud-init:
 *     merging user data sections</a>
 */
public final class CloudConfig {
  private static final String MERGED =
      "merge_how: \"dict(no_replace,recurse_list)+list(append)+str()\"\n";
  private static final Pattern USERS = Pattern.compile("(?m)^(\\{\\s*)?[\"']?users[\"']?\\s*:");
  private static final Pattern KEYS = Pattern.compile("ssh_keys[\"']?\\s*:");

  private CloudConfig() {}

  /**
   * The text, if there is anything to say.
   *
   * @param own the program's user data
   * @param key the host key that the guest is to have
   */
  static Optional<String> of(VmGuestPart guest, Optional<String> own, Optional<Life.HostKey> key) {
    StringBuilder text = new StringBuilder();
    guest
        .sshKey()
        .known()
        .ifPresent(line -> text.append(user(guest.user().orElse("root"), line, own)));
    key.ifPresent(it -> text.append(keys(it)));
    return text.isEmpty() ? Optional.empty() : Optional.of("#cloud-config\n" + MERGED + text);
  }

  /** Whether a text makes users of its own. */
  public static boolean makesUsers(String text) {
    return USERS.matcher(text).find();
  }

  /** Whether a text gives the guest its host keys. */
  static boolean givesKeys(String text) {
    return KEYS.matcher(text).find();
  }

  private static String user(String name, String key, Optional<String> own) {
    // A program that lists users says itself whether the distribution's is among them.
    String users =
        own.filter(CloudConfig::makesUsers).isPresent() ? "users:\n" : "users:\n  - default\n";
    String keys = "    ssh_authorized_keys: [" + quoted(key) + "]\n";
    if (name.equals("root")) {
      return "disable_root: false\n" + users + "  - name: root\n" + keys;
    }
    return users
        + "  - name: "
        + quoted(name)
        + "\n    sudo: \"ALL=(ALL) NOPASSWD:ALL\"\n    shell: /bin/bash\n"
        + keys;
  }

  private static String keys(Life.HostKey key) {
    return "ssh_keys:\n  ed25519_private: |\n"
        + key.hidden().strip().indent(4)
        + "  ed25519_public: "
        + quoted(key.open())
        + "\n";
  }

  /** A text in YAML's double quotes. */
  private static String quoted(String text) {
    return "\"" + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

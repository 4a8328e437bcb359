package dev.dvl.vsphere.machine;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.key.KeyFile;
import dev.dvl.engine.key.KeyPair;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.GuestAccessPart;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmCloudInitAttribute;
import dev.dvl.stdlib.VmCloudInitPart;
import dev.dvl.stdlib.VmGuestAttribute;
import dev.dvl.stdlib.VmGuestPart;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.machine.guest.CloudConfig;
import dev.dvl.vsphere.machine.guest.DockerScript;
import dev.dvl.vsphere.machine.guest.GuestInfo;
import dev.dvl.vsphere.machine.guest.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be told beforehand of what a guest is told. */
final class GuestFindings {
  /** As long as any instance id. */
  private static final String SOME_ID = "00000000-0000-0000-0000-000000000000";

  private final Instance wanted;
  private final VmPart part;
  private final HostSpec spec;
  private final boolean made;
  private final List<Finding> found = new ArrayList<>();

  /**
   * @param spec knows the folders that paths start from
   * @param made whether the machine is there already, and keeps what it was told
   */
  GuestFindings(Instance wanted, HostSpec spec, boolean made) {
    this.wanted = wanted;
    this.part = VmPart.of(wanted.values());
    this.spec = spec;
    this.made = made;
  }

  List<Finding> all() {
    Optional<VmGuestPart> guest = part.guest().known();
    Optional<String> install = made ? Optional.empty() : guest.flatMap(this::install);
    sizes(install);
    if (!made) {
      guest.ifPresent(this::users);
    }
    guest.ifPresent(this::keys);
    return found;
  }

  private Optional<String> install(VmGuestPart guest) {
    Optional<String> path = DockerScript.path(guest);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(spec.project().resolve(path.get())));
    } catch (IOException absent) {
      find(
          Codes.NO_FILE,
          VmAttribute.GUEST.path().field(VmGuestAttribute.DOCKER.word()),
          "The script `" + path.get() + "` cannot be read.");
      return Optional.empty();
    }
  }

  private void sizes(Optional<String> install) {
    if (!part.cloudInit().isSet() && !part.guest().isSet()) {
      return;
    }
    Life life = made ? Life.unnumbered("") : beginning(install);
    GuestInfo.of(part, life)
        .forEach(
            (key, text) -> {
              if (text.length() > GuestInfo.MOST) {
                tooLarge(key, text.length());
              }
            });
  }

  /** With a key that is as long as the one that is made later. */
  private Life beginning(Optional<String> install) {
    KeyPair key = KeyPair.fresh();
    Optional<Life.HostKey> hostKey =
        part.guest().isSet()
            ? Optional.of(new Life.HostKey(key.open(), key.hidden()))
            : Optional.empty();
    return new Life("", Optional.of(SOME_ID), hostKey, install);
  }

  private static Path in(VmCloudInitAttribute attribute) {
    return VmAttribute.CLOUD_INIT.path().field(attribute.word());
  }

  private void tooLarge(String key, int length) {
    boolean compress = part.cloudInit().then(VmCloudInitPart::compress).orElse(true);
    VmCloudInitAttribute attribute =
        switch (key) {
          case GuestInfo.METADATA -> VmCloudInitAttribute.METADATA;
          case GuestInfo.VENDOR_DATA -> VmCloudInitAttribute.VENDOR_DATA;
          case String userData -> VmCloudInitAttribute.USER_DATA;
        };
    boolean own = part.cloudInit().isSet();
    find(
        Codes.TOO_LARGE,
        own ? in(attribute) : VmAttribute.GUEST.path(),
        "It comes to %d bytes on the machine, and vSphere takes %d."
            .formatted(length, GuestInfo.MOST),
        compress
            ? "Let the guest fetch the rest from somewhere."
            : "With `compress = true` it becomes smaller.");
  }

  /** Lists of user data replace those of the vendor's in the guest. */
  private void users(VmGuestPart guest) {
    boolean lost =
        guest.sshKey().isSet()
            && makesUsers(part.cloudInit().then(VmCloudInitPart::vendorData).known())
            && !makesUsers(part.cloudInit().then(VmCloudInitPart::userData).known());
    if (lost) {
      find(
          Codes.USERS_LOST,
          in(VmCloudInitAttribute.VENDOR_DATA),
          "The user of the block `guest` would take the place of the users in it.",
          "In `user_data` both are made.");
    }
  }

  private static boolean makesUsers(Optional<String> text) {
    return text.filter(CloudConfig::makesUsers).isPresent();
  }

  private void keys(VmGuestPart guest) {
    Optional<String> open = guest.sshKey().known();
    Optional<String> hidden =
        guest
            .ssh()
            .then(GuestAccessPart::keyText)
            .known()
            .or(() -> guest.ssh().then(GuestAccessPart::key).known().flatMap(this::file));
    boolean differ =
        hidden
            .flatMap(key -> open.flatMap(it -> KeyFile.belongTogether(key, it)))
            .filter(together -> !together)
            .isPresent();
    if (differ) {
      find(
          Codes.OTHER_KEY,
          VmAttribute.GUEST.path().field(VmGuestAttribute.SSH.word()),
          "The private key belongs to another public key than `ssh_key`.");
    }
  }

  /** A key file that is not there is told by whoever needs it. */
  private Optional<String> file(String path) {
    try {
      return Optional.of(
          Files.readString(
              path.startsWith("~/")
                  ? spec.home().resolve(path.substring(2))
                  : spec.project().resolve(path)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private void find(Code code, Path at, String sentence, String... notes) {
    found.add(new Finding(code, wanted.address(), Optional.of(at), sentence, List.of(notes)));
  }
}

package dev.dvl.vsphere.machine.guest;

import dev.dvl.stdlib.VmGuestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user data of a guest: those of the program, and behind them what its block {@code guest}
 * comes to. Where there is more than one, each is a part of a MIME document, and cloud-init finds
 * out of each what it is.
 */
final class UserData {
  private static final String GUEST = "dvl-guest";

  private UserData() {}

  /** Whether a text that was written here gives the guest its host key. */
  static boolean tellsKey(String text) {
    return CloudConfig.givesKeys(MimeParts.text(text, GUEST).orElse(text));
  }

  /**
   * The text.
   *
   * @param own the program's user data
   */
  static Optional<String> text(Optional<String> own, VmGuestPart guest, Life life) {
    List<MimeParts.Part> parts = new ArrayList<>();
    own.ifPresent(it -> parts.add(new MimeParts.Part("program", it)));
    CloudConfig.of(guest, own, life.key())
        .ifPresent(it -> parts.add(new MimeParts.Part(GUEST, it)));
    DockerScript.of(guest, life.install())
        .ifPresent(it -> parts.add(new MimeParts.Part("dvl-docker", it)));
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst().text());
      default -> Optional.of(MimeParts.document(parts));
    };
  }
}

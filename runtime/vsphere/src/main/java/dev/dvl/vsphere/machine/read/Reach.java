package dev.dvl.vsphere.machine.read;

import dev.dvl.vsphere.kind.Unreadable;
import java.util.Optional;

/**
 * Whether a server can tell what a machine is like. The states of the connection are those of the
 * vSphere Web Services API ({@code VirtualMachineConnectionState}).
 */
public final class Reach {
  /** The property that says it. */
  public static final String STATE = "runtime.connectionState";

  private Reach() {}

  /** Why nothing may be concluded from what was read of a machine: a full sentence. */
  public static Optional<String> silence(Machine machine) {
    return switch (machine.text(STATE).orElse("")) {
      case "disconnected" ->
          Optional.of(
              "It is `disconnected`: vCenter has lost the ESXi host that it is on, and tells what"
                  + " it remembers.");
      case "inaccessible" ->
          Optional.of(
              "It is `inaccessible`: its files cannot be reached, as when their datastore is"
                  + " gone.");
      case "orphaned" ->
          Optional.of(
              "It is `orphaned`: its ESXi host does not know it any more. Register it there again,"
                  + " or remove it from vCenter's inventory.");
      case "invalid" -> Optional.of("It is `invalid`: its configuration file is damaged.");
      case String connected ->
          Unreadable.why(machine.found())
              .or(
                  () ->
                      isDark(machine)
                          ? Optional.of(
                              "The server tells nothing of its configuration, as while its files"
                                  + " cannot be reached.")
                          : Optional.empty());
    };
  }

  /** Whether not even that can be read whose it is. */
  public static boolean isDark(Machine machine) {
    return machine.instanceUuid().isEmpty()
        || Unreadable.isMissing(machine.found(), "config.extraConfig");
  }
}

package dev.dvl.vsphere.machine;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.machine.device.LiveDevices;
import dev.dvl.vsphere.machine.plan.Undeclared;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Snapshots;
import dev.dvl.vsphere.machine.setting.Settings;
import dev.dvl.vsphere.machine.setting.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a machine cannot become, because of what it is to be cloned from. */
final class OriginFindings {
  private static final Path ROOT = Path.of("disk").entry("root");

  private final Instance wanted;
  private final Machine origin;
  private final List<Finding> found = new ArrayList<>();

  OriginFindings(Instance wanted, Machine origin) {
    this.wanted = wanted;
    this.origin = origin;
  }

  List<Finding> all() {
    tools();
    snapshot();
    Wanted root = Wanted.of(Wanted.of(wanted.value("disk")).value("root"));
    size(root);
    provisioning(root);
    found.addAll(Undeclared.of(wanted, Settings.declared(origin)));
    return found;
  }

  private void tools() {
    String until = Wanted.of(wanted.value("wait")).text("until").orElse("power");
    boolean customizes = !wanted.value("customize").isNull();
    if ((customizes || until.equals("tools") || until.equals("address")) && !origin.hasTools()) {
      add(
          Codes.NO_TOOLS,
          Path.of("template"),
          "VMware Tools are not installed in it, as far as the server knows.",
          customizes
              ? "Without them the guest is not customized."
              : "Without them nobody tells when the guest is up.");
    }
  }

  /** A linked clone shares the disks of a snapshot. */
  private void snapshot() {
    Wanted want = new Wanted(wanted.values());
    if (!want.isTrue("linked")) {
      return;
    }
    Optional<String> name = want.text("template_snapshot");
    List<String> names = Snapshots.of(origin).stream().map(Snapshots.Snapshot::name).toList();
    if (names.isEmpty()) {
      add(
          Codes.NO_SNAPSHOT,
          Path.of("linked"),
          "What it is cloned from has no snapshot.",
          "A linked clone shares the disks of a snapshot; a full clone needs none.");
    } else if (name.isPresent() && !names.contains(name.get())) {
      add(
          Codes.NO_SNAPSHOT,
          Path.of("template_snapshot"),
          "What it is cloned from has no snapshot of that name.",
          "It has `" + String.join("`, `", names) + "`.");
    }
  }

  private void size(Wanted root) {
    Optional<Long> first = LiveDevices.firstDisk(origin);
    if (root.has("size") && first.isPresent() && Units.amount(root.value("size")) < first.get()) {
      add(
          Codes.TOO_SMALL,
          ROOT.field("size"),
          "The disk of the template has %d MiB, and a disk never shrinks."
              .formatted(first.get() >> 20));
    }
  }

  private void provisioning(Wanted root) {
    Optional<String> first = LiveDevices.firstProvisioning(origin);
    Optional<String> asked = root.text("provisioning");
    if (first.isPresent() && asked.isPresent() && !asked.equals(first)) {
      add(
          Codes.OTHER_PROVISIONING,
          ROOT.field("provisioning"),
          "The disk of the template is `" + first.get() + "`, and its copy is like it.",
          "Leave it out, or clone from a template whose disk is as wanted.");
    }
  }

  private void add(Code code, Path at, String text, String... notes) {
    found.add(new Finding(code, wanted.address(), Optional.of(at), text, List.of(notes)));
  }
}

package dev.dvl.vsphere.machine;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmDiskAttribute;
import dev.dvl.stdlib.VmDiskPart;
import dev.dvl.stdlib.VmDiskProvisioning;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmWaitPart;
import dev.dvl.stdlib.VmWaitUntil;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.machine.device.LiveDevices;
import dev.dvl.vsphere.machine.plan.Undeclared;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Snapshots;
import dev.dvl.vsphere.machine.setting.MachineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What a machine cannot become, because of what it is to be cloned from. */
final class OriginFindings {
  private static final String ROOT_DISK = "root";
  private static final Path ROOT = VmAttribute.DISK.path().entry(ROOT_DISK);

  private final Instance wanted;
  private final VmPart part;
  private final Machine origin;
  private final List<Finding> found = new ArrayList<>();

  OriginFindings(Instance wanted, Machine origin) {
    this.wanted = wanted;
    this.part = VmPart.of(wanted.values());
    this.origin = origin;
  }

  List<Finding> all() {
    tools();
    snapshot();
    Optional.ofNullable(part.disk().orElse(new TreeMap<>()).get(ROOT_DISK)).ifPresent(this::root);
    found.addAll(Undeclared.of(wanted, MachineSettings.declared(origin)));
    return found;
  }

  private void root(VmDiskPart root) {
    size(root.size());
    provisioning(root.provisioning());
  }

  private void tools() {
    Field<VmWaitUntil> until = part.wait_().then(VmWaitPart::until);
    boolean customizes = part.customize().isSet();
    boolean waits = until.is(VmWaitUntil.TOOLS) || until.is(VmWaitUntil.ADDRESS);
    if ((customizes || waits) && !origin.hasTools()) {
      add(
          Codes.NO_TOOLS,
          VmAttribute.TEMPLATE.path(),
          "VMware Tools are not installed in it, as far as the server knows.",
          customizes
              ? "Without them the guest is not customized."
              : "Without them nobody tells when the guest is up.");
    }
  }

  /** A linked clone shares the disks of a snapshot. */
  private void snapshot() {
    if (!part.linked().orElse(false)) {
      return;
    }
    Optional<String> name = part.templateSnapshot().known();
    List<String> names = Snapshots.of(origin).stream().map(Snapshots.Snapshot::name).toList();
    if (names.isEmpty()) {
      add(
          Codes.NO_SNAPSHOT,
          VmAttribute.LINKED.path(),
          "What it is cloned from has no snapshot.",
          "A linked clone shares the disks of a snapshot; a full clone needs none.");
    } else if (name.isPresent() && !names.contains(name.get())) {
      add(
          Codes.NO_SNAPSHOT,
          VmAttribute.TEMPLATE_SNAPSHOT.path(),
          "What it is cloned from has no snapshot of that name.",
          "It has `" + String.join("`, `", names) + "`.");
    }
  }

  private void size(Field<Long> size) {
    Optional<Long> first = LiveDevices.firstDisk(origin);
    if (first.isPresent() && size.orElse(first.get()) < first.get()) {
      add(
          Codes.TOO_SMALL,
          ROOT.field(VmDiskAttribute.SIZE.word()),
          "The disk of the template has %d MiB, and a disk never shrinks."
              .formatted(first.get() >> 20));
    }
  }

  private void provisioning(Field<VmDiskProvisioning> provisioning) {
    Optional<String> first = LiveDevices.firstProvisioning(origin);
    Optional<String> asked = provisioning.known().map(VmDiskProvisioning::word);
    if (first.isPresent() && asked.isPresent() && !asked.equals(first)) {
      add(
          Codes.OTHER_PROVISIONING,
          ROOT.field(VmDiskAttribute.PROVISIONING.word()),
          "The disk of the template is `" + first.get() + "`, and its copy is like it.",
          "Leave it out, or clone from a template whose disk is as wanted.");
    }
  }

  private void add(Code code, Path at, String text, String... notes) {
    found.add(new Finding(code, wanted.address(), Optional.of(at), text, List.of(notes)));
  }
}

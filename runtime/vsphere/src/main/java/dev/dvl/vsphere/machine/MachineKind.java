package dev.dvl.vsphere.machine;

import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import java.util.List;
import java.util.Optional;

/** What machines and templates have in common: to the server a template is a machine. */
sealed interface MachineKind extends VSphereKind permits VmKind, TemplateKind {
  @Override
  default Optional<String> inventoryType() {
    return Optional.of(Machine.TYPE);
  }

  @Override
  default Optional<String> taggedAs() {
    return inventoryType();
  }

  @Override
  default List<String> events() {
    return List.of(
        "VmReconfiguredEvent",
        "VmRenamedEvent",
        "VmRemovedEvent",
        "VmRelocatedEvent",
        "VmResourcePoolMovedEvent",
        "VmResourceReallocatedEvent",
        "VmPoweredOnEvent",
        "VmPoweredOffEvent",
        "VmSuspendedEvent",
        "VmGuestShutdownEvent",
        "CustomFieldValueChangedEvent");
  }

  @Override
  default void needs(PlannedCall call, NeedList needs) {
    new MachineNeeds(call, needs).add();
  }
}

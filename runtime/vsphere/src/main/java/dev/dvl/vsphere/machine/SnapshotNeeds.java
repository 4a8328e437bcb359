package dev.dvl.vsphere.machine;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.machine.plan.SnapshotArguments;
import dev.dvl.vsphere.machine.plan.SnapshotPlan;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.need.Privilege;

/** What calls on snapshots need: on their machine. */
record SnapshotNeeds(PlannedCall call, NeedList where) {

  void add() {
    switch (call.name()) {
      case SnapshotPlan.CREATE ->
          on(call.read(SnapshotArguments.Creation.class).vm(), Privilege.CREATE_SNAPSHOT);
      case SnapshotPlan.CHANGE ->
          on(call.read(SnapshotArguments.Change.class).vm(), Privilege.RENAME_SNAPSHOT);
      case SnapshotPlan.REVERT ->
          on(call.read(SnapshotArguments.Revert.class).vm(), Privilege.REVERT_TO_SNAPSHOT);
      case String needsNothingKnown -> {}
    }
  }

  private void on(Field<Link> vm, Privilege privilege) {
    where.on(
        names -> Links.ref(vm.known(), Machine.TYPE, name -> names.machine(name.orElse("")).ref()),
        privilege);
  }
}

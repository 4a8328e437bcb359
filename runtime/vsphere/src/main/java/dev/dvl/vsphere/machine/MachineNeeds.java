package dev.dvl.vsphere.machine;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.plan.TemplatePlan;
import dev.dvl.vsphere.machine.plan.VmCalls;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.write.Spot;
import dev.dvl.vsphere.need.Need;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Ref;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What calls on machines and templates need. What a new machine needs later is asked of the folder
 * that it is made in.
 */
record MachineNeeds(PlannedCall call, NeedList where) {

  void add() {
    switch (call.name()) {
      case VmCalls.CREATE -> machine(want());
      case TemplatePlan.CREATE -> template(want());
      case VmCalls.START -> here(Privilege.POWER_ON);
      case VmCalls.STOP -> here(Privilege.POWER_OFF);
      case VmCalls.SUSPEND -> here(Privilege.SUSPEND);
      case VmCalls.RENAME -> here(Privilege.RENAME_MACHINE);
      case VmCalls.MOVE -> here(Privilege.MOVE_MACHINE);
      case VmCalls.REMOVE, TemplatePlan.REMOVE -> here(Privilege.DELETE_MACHINE);
      case VmCalls.MARK, VmCalls.UNMARK, VmCalls.WIPE -> here(Privilege.CHANGE_EXTRA_CONFIG);
      case VmCalls.UPGRADE -> here(Privilege.UPGRADE_HARDWARE);
      case VmCalls.FIELDS -> here(Privilege.SET_CUSTOM_FIELD);
      case VmCalls.CONFIGURE -> configure(call.read(MachineArguments.Configuration.class));
      case String needsNothingKnown -> {}
    }
  }

  /** On the machine that the call is about. */
  private void here(Privilege privilege) {
    where.on(call.object(), privilege);
  }

  private VmPart want() {
    return VmPart.of(call.read(MachineArguments.Creation.class).want().fields());
  }

  private void configure(MachineArguments.Configuration args) {
    VmPart set = VmPart.of(args.set().fields());
    if (set.cpus().isSet() || set.coresPerSocket().isSet()) {
      here(Privilege.CHANGE_CPUS);
    }
    if (set.memory().isSet()) {
      here(Privilege.CHANGE_MEMORY);
    }
    if (set.annotation().isSet()) {
      here(Privilege.ANNOTATE);
    }
    if (!args.gone().isEmpty()) {
      here(Privilege.REMOVE_DISK);
    }
    if (set.extraConfig().isSet() || args.birth().isPresent()) {
      here(Privilege.CHANGE_EXTRA_CONFIG);
    }
  }

  private void machine(VmPart want) {
    made(want);
    where.on(names -> spot(names, want).pool(), Privilege.ASSIGN_MACHINE_TO_POOL);
    if (!want.power().is(VmPower.OFF)) {
      where.on(folder(want), Privilege.POWER_ON);
    }
    if (want.customize().isSet()) {
      where.on(folder(want), Privilege.CUSTOMIZE);
    }
    if (want.disk().isSet() && !want.template().isSet()) {
      where.on(folder(want), Privilege.ADD_DISK);
    }
    want.nic()
        .orElse(new TreeMap<>())
        .values()
        .forEach(it -> where.on(names -> network(names, it.network()), Privilege.ASSIGN_NETWORK));
  }

  private void template(VmPart want) {
    made(want);
    where.on(folder(want), Privilege.CREATE_TEMPLATE);
  }

  private void made(VmPart want) {
    boolean copied = want.template().isSet();
    where.on(folder(want), copied ? Privilege.COPY_MACHINE : Privilege.CREATE_MACHINE);
    where.on(folder(want), Privilege.CHANGE_EXTRA_CONFIG);
    where.on(names -> spot(names, want).datastore().ref(), Privilege.ALLOCATE_SPACE);
    if (copied) {
      where.add(names -> origin(names, want));
    }
    if (want.ovf().isSet()) {
      where.on(folder(want), Privilege.IMPORT);
    }
  }

  /** A template is deployed, a machine is cloned. */
  private static Need origin(InventoryNames names, VmPart want) throws NameProblem {
    Optional<Link> link = want.template().known();
    Optional<String> id = link.flatMap(Link::objectId);
    Entry origin =
        id.isPresent()
            ? names.catalog().byId(Machine.TYPE, id.get()).orElseThrow()
            : names.machine(link.flatMap(Link::given).orElse(""));
    boolean template = origin.text("config.template").equals("true");
    return new Need(origin.ref(), template ? Privilege.DEPLOY_TEMPLATE : Privilege.CLONE);
  }

  private static NeedList.LookUp folder(VmPart want) {
    return names -> spot(names, want).folder();
  }

  private static Spot spot(InventoryNames names, VmPart want) {
    return new Spot(names.catalog(), names, want);
  }

  private static Ref network(InventoryNames names, Field<Link> network) throws NameProblem {
    Optional<Entry> known =
        network.known().flatMap(Link::objectId).flatMap(it -> names.catalog().byId("Network", it));
    return known.isPresent()
        ? known.get().ref()
        : names.network(network.known().flatMap(Link::given).orElse("")).ref();
  }
}

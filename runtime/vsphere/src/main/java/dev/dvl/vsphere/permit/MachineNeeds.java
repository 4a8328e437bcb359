package dev.dvl.vsphere.permit;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.plan.SnapshotArguments;
import dev.dvl.vsphere.machine.plan.SnapshotPlan;
import dev.dvl.vsphere.machine.plan.TemplatePlan;
import dev.dvl.vsphere.machine.plan.VmCalls;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.write.Spot;
import dev.dvl.vsphere.session.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What calls on machines, templates and snapshots need. What a new machine needs later is asked of
 * the folder that it is made in.
 */
record MachineNeeds(Catalog catalog, InventoryNames names, NeedList where) {

  void add(String call, Map<String, Value> args, Optional<Ref> object) {
    switch (call) {
      case VmCalls.CREATE -> machine(want(args));
      case TemplatePlan.CREATE -> template(want(args));
      case SnapshotPlan.CREATE ->
          snapshot(
              CallArguments.read(SnapshotArguments.Creation.class, args).vm(),
              Privilege.CREATE_SNAPSHOT);
      case SnapshotPlan.CHANGE ->
          snapshot(
              CallArguments.read(SnapshotArguments.Change.class, args).vm(),
              Privilege.RENAME_SNAPSHOT);
      case SnapshotPlan.REVERT ->
          snapshot(
              CallArguments.read(SnapshotArguments.Revert.class, args).vm(),
              Privilege.REVERT_TO_SNAPSHOT);
      case String other -> object.ifPresent(it -> existing(other, args, () -> it));
    }
  }

  private void existing(String call, Map<String, Value> args, NeedList.LookUp it) {
    switch (call) {
      case VmCalls.START -> where.on(it, Privilege.POWER_ON);
      case VmCalls.STOP -> where.on(it, Privilege.POWER_OFF);
      case VmCalls.SUSPEND -> where.on(it, Privilege.SUSPEND);
      case VmCalls.RENAME -> where.on(it, Privilege.RENAME_MACHINE);
      case VmCalls.MOVE -> where.on(it, Privilege.MOVE_MACHINE);
      case VmCalls.REMOVE, TemplatePlan.REMOVE -> where.on(it, Privilege.DELETE_MACHINE);
      case VmCalls.MARK, VmCalls.UNMARK -> where.on(it, Privilege.CHANGE_EXTRA_CONFIG);
      case VmCalls.UPGRADE -> where.on(it, Privilege.UPGRADE_HARDWARE);
      case VmCalls.FIELDS -> where.on(it, Privilege.SET_CUSTOM_FIELD);
      case VmCalls.CONFIGURE ->
          configure(CallArguments.read(MachineArguments.Configuration.class, args), it);
      case String needsNothingKnown -> {}
    }
  }

  private static VmPart want(Map<String, Value> args) {
    return VmPart.of(CallArguments.read(MachineArguments.Creation.class, args).want().fields());
  }

  private void configure(MachineArguments.Configuration args, NeedList.LookUp it) {
    VmPart set = VmPart.of(args.set().fields());
    if (set.cpus().isSet() || set.coresPerSocket().isSet()) {
      where.on(it, Privilege.CHANGE_CPUS);
    }
    if (set.memory().isSet()) {
      where.on(it, Privilege.CHANGE_MEMORY);
    }
    if (set.annotation().isSet()) {
      where.on(it, Privilege.ANNOTATE);
    }
    if (!args.gone().isEmpty()) {
      where.on(it, Privilege.REMOVE_DISK);
    }
    if (set.extraConfig().isSet() || args.birth().isPresent()) {
      where.on(it, Privilege.CHANGE_EXTRA_CONFIG);
    }
  }

  private void machine(VmPart want) {
    made(want);
    Spot spot = new Spot(catalog, names, want);
    where.on(spot::pool, Privilege.ASSIGN_MACHINE_TO_POOL);
    if (!want.power().is(VmPower.OFF)) {
      where.on(spot::folder, Privilege.POWER_ON);
    }
    if (want.customize().isSet()) {
      where.on(spot::folder, Privilege.CUSTOMIZE);
    }
    if (want.disk().isSet() && !want.template().isSet()) {
      where.on(spot::folder, Privilege.ADD_DISK);
    }
    want.nic()
        .orElse(new TreeMap<>())
        .values()
        .forEach(it -> where.on(() -> network(it.network()), Privilege.ASSIGN_NETWORK));
  }

  private void template(VmPart want) {
    made(want);
    where.on(new Spot(catalog, names, want)::folder, Privilege.CREATE_TEMPLATE);
  }

  private void made(VmPart want) {
    Spot spot = new Spot(catalog, names, want);
    boolean copied = want.template().isSet();
    where.on(spot::folder, copied ? Privilege.COPY_MACHINE : Privilege.CREATE_MACHINE);
    where.on(spot::folder, Privilege.CHANGE_EXTRA_CONFIG);
    where.on(() -> spot.datastore().ref(), Privilege.ALLOCATE_SPACE);
    if (copied) {
      origin(want);
    }
    if (want.ovf().isSet()) {
      where.on(spot::folder, Privilege.IMPORT);
    }
  }

  /** A template is deployed, a machine is cloned. */
  private void origin(VmPart want) {
    try {
      Optional<Link> link = want.template().known();
      Optional<String> id = link.flatMap(Link::objectId);
      Entry origin =
          id.isPresent()
              ? catalog.byId(Machine.TYPE, id.get()).orElseThrow()
              : names.machine(link.flatMap(Link::given).orElse(""));
      boolean template = origin.text("config.template").equals("true");
      where.on(origin::ref, template ? Privilege.DEPLOY_TEMPLATE : Privilege.CLONE);
    } catch (NameProblem toldAlready) {
      // The findings of the machine say what is wrong with the name.
    }
  }

  private void snapshot(Field<Link> vm, Privilege privilege) {
    where.on(
        () -> Links.ref(vm.known(), Machine.TYPE, name -> names.machine(name.orElse("")).ref()),
        privilege);
  }

  private Ref network(Field<Link> network) throws NameProblem {
    Optional<Entry> known =
        network.known().flatMap(Link::objectId).flatMap(it -> catalog.byId("Network", it));
    return known.isPresent()
        ? known.get().ref()
        : names.network(network.known().flatMap(Link::given).orElse("")).ref();
  }
}

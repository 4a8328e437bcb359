package dev.dvl.vsphere.permit;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.machine.plan.Calls;
import dev.dvl.vsphere.machine.plan.SnapshotPlan;
import dev.dvl.vsphere.machine.plan.TemplatePlan;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.write.Spot;
import dev.dvl.vsphere.session.Ref;
import java.util.Optional;

/**
 * What calls on machines, templates and snapshots need. What a new machine needs later is asked of
 * the folder that it is made in.
 */
record MachineNeeds(Catalog catalog, Names names, Where where) {

  void add(String call, Wanted args, Optional<Ref> object) {
    switch (call) {
      case Calls.CREATE -> machine(Wanted.of(args.value("want")));
      case TemplatePlan.CREATE -> template(Wanted.of(args.value("want")));
      case SnapshotPlan.CREATE -> snapshot(args, Privilege.CREATE_SNAPSHOT);
      case SnapshotPlan.CHANGE -> snapshot(args, Privilege.RENAME_SNAPSHOT);
      case SnapshotPlan.REVERT -> snapshot(args, Privilege.REVERT_TO_SNAPSHOT);
      case String other -> object.ifPresent(it -> existing(other, args, () -> it));
    }
  }

  private void existing(String call, Wanted args, Where.LookUp it) {
    switch (call) {
      case Calls.START -> where.on(it, Privilege.POWER_ON);
      case Calls.STOP -> where.on(it, Privilege.POWER_OFF);
      case Calls.SUSPEND -> where.on(it, Privilege.SUSPEND);
      case Calls.RENAME -> where.on(it, Privilege.RENAME_MACHINE);
      case Calls.MOVE -> where.on(it, Privilege.MOVE_MACHINE);
      case Calls.REMOVE, TemplatePlan.REMOVE -> where.on(it, Privilege.DELETE_MACHINE);
      case Calls.MARK, Calls.UNMARK -> where.on(it, Privilege.CHANGE_EXTRA_CONFIG);
      case Calls.UPGRADE -> where.on(it, Privilege.UPGRADE_HARDWARE);
      case Calls.FIELDS -> where.on(it, Privilege.SET_CUSTOM_FIELD);
      case Calls.CONFIGURE -> configure(Wanted.of(args.value("set")), args, it);
      case String needsNothingKnown -> {}
    }
  }

  private void configure(Wanted set, Wanted args, Where.LookUp it) {
    if (set.has("cpus") || set.has("cores_per_socket")) {
      where.on(it, Privilege.CHANGE_CPUS);
    }
    if (set.has("memory")) {
      where.on(it, Privilege.CHANGE_MEMORY);
    }
    if (set.has("annotation")) {
      where.on(it, Privilege.ANNOTATE);
    }
    if (args.has("gone")) {
      where.on(it, Privilege.REMOVE_DISK);
    }
    if (set.has("extra_config") || args.has("birth")) {
      where.on(it, Privilege.CHANGE_EXTRA_CONFIG);
    }
  }

  private void machine(Wanted want) {
    made(want);
    Spot spot = new Spot(catalog, names, want);
    where.on(spot::pool, Privilege.ASSIGN_MACHINE_TO_POOL);
    if (!want.text("power").filter("off"::equals).isPresent()) {
      where.on(spot::folder, Privilege.POWER_ON);
    }
    if (want.has("customize")) {
      where.on(spot::folder, Privilege.CUSTOMIZE);
    }
    if (want.has("disk") && !want.has("template")) {
      where.on(spot::folder, Privilege.ADD_DISK);
    }
    Wanted.of(want.value("nic")).values().values().stream()
        .map(it -> Wanted.of(it).value("network"))
        .forEach(it -> where.on(() -> network(it), Privilege.ASSIGN_NETWORK));
  }

  private void template(Wanted want) {
    made(want);
    where.on(new Spot(catalog, names, want)::folder, Privilege.CREATE_TEMPLATE);
  }

  private void made(Wanted want) {
    Spot spot = new Spot(catalog, names, want);
    boolean copied = want.has("template");
    where.on(spot::folder, copied ? Privilege.COPY_MACHINE : Privilege.CREATE_MACHINE);
    where.on(spot::folder, Privilege.CHANGE_EXTRA_CONFIG);
    where.on(() -> spot.datastore().ref(), Privilege.ALLOCATE_SPACE);
    if (copied) {
      origin(want);
    }
    if (want.has("ovf")) {
      where.on(spot::folder, Privilege.IMPORT);
    }
  }

  /** A template is deployed, a machine is cloned. */
  private void origin(Wanted want) {
    try {
      Optional<String> id = Links.id(want.value("template"));
      Entry origin =
          id.isPresent()
              ? catalog.byId(Machine.TYPE, id.get()).orElseThrow()
              : names.machine(want.text("template").orElse(""));
      boolean template = origin.text("config.template").equals("true");
      where.on(origin::ref, template ? Privilege.DEPLOY_TEMPLATE : Privilege.CLONE);
    } catch (NameProblem toldAlready) {
      // The findings of the machine say what is wrong with the name.
    }
  }

  private void snapshot(Wanted args, Privilege privilege) {
    Optional<String> machine = Links.id(args.value("vm"));
    where.on(
        () ->
            machine.isPresent()
                ? new Ref(Machine.TYPE, machine.get())
                : names.machine(args.text("vm").orElse("")).ref(),
        privilege);
  }

  private Ref network(Value network) throws NameProblem {
    Optional<String> id = Links.id(network);
    Optional<Entry> known = id.flatMap(it -> catalog.byId("Network", it));
    return known.isPresent()
        ? known.get().ref()
        : names.network(network instanceof Value.Text(String name) ? name : "").ref();
  }
}

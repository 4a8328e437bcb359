package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.OnObject;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.RepeatableCall;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.SnapshotArguments;
import dev.dvl.vsphere.machine.plan.SnapshotPlan;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.SnapshotRecord;
import dev.dvl.vsphere.machine.read.Snapshots;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.stamp.BirthText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls on snapshots, by their names in plans. */
public final class SnapshotCalls {
  private static final String TYPE = "VirtualMachineSnapshot";

  private SnapshotCalls() {}

  public static Map<String, Primitive<?>> all() {
    return Map.of(
        SnapshotPlan.CREATE, new Create(),
        SnapshotPlan.CHANGE, new Change(),
        SnapshotPlan.REVERT, new Revert(),
        SnapshotPlan.REMOVE, new Remove());
  }

  private static final class Create implements Primitive<SnapshotArguments.Creation> {
    @Override
    public Class<SnapshotArguments.Creation> arguments() {
      return SnapshotArguments.Creation.class;
    }

    @Override
    public String failing(SnapshotArguments.Creation args) {
      return clause(args.name(), "taken");
    }

    @Override
    public Done run(SnapshotArguments.Creation args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      Machine machine = machine(args.vm(), site);
      Ref made =
          site.session()
              .machines()
              .snapshot(
                  machine.ref(),
                  args.name(),
                  description(args.description(), args.birth(), machine),
                  args.memory().orElse(false),
                  args.quiesce().orElse(false),
                  Following.of(run));
      return done(args.name(), made);
    }

    @Override
    public Probe probe(SnapshotArguments.Creation args, Site site, Begun begun)
        throws VSphereException, NameProblem {
      Optional<Probe> running = RunningTask.of(site.session(), begun);
      if (running.isPresent()) {
        return running.get();
      }
      String op = BirthText.read(args.birth()).orElseThrow().op();
      return Snapshots.of(machine(args.vm(), site)).stream()
          .filter(it -> isBy(it, op))
          .<Probe>map(it -> new Probe.Finished(done(args.name(), it.ref())))
          .findFirst()
          .orElseGet(Probe.NotDone::new);
    }

    private static boolean isBy(Snapshots.Snapshot snapshot, String op) {
      return SnapshotRecord.read(snapshot.description())
          .stamp()
          .filter(it -> it.op().equals(op))
          .isPresent();
    }
  }

  /** A call that may be made again. */
  private abstract static class Again<A extends CallArguments> implements RepeatableCall<A> {
    private final Class<A> arguments;

    Again(Class<A> arguments) {
      this.arguments = arguments;
    }

    @Override
    public Class<A> arguments() {
      return arguments;
    }
  }

  private static final class Change extends Again<SnapshotArguments.Change> {
    Change() {
      super(SnapshotArguments.Change.class);
    }

    @Override
    public String failing(SnapshotArguments.Change args) {
      return clause(args.name(), "changed");
    }

    @Override
    public Done run(SnapshotArguments.Change args, Site site, Run run)
        throws VSphereException, NameProblem {
      Ref snapshot = object(args);
      site.session()
          .machines()
          .renameSnapshot(
              snapshot,
              args.name(),
              description(args.description(), args.birth(), machine(args.vm(), site)));
      return done(args.name(), snapshot);
    }
  }

  /**
   * A machine goes back to the state that it had: off, where its memory was not kept. One that ran
   * runs again afterwards.
   */
  private static final class Revert extends Again<SnapshotArguments.Revert> {
    Revert() {
      super(SnapshotArguments.Revert.class);
    }

    @Override
    public String failing(SnapshotArguments.Revert args) {
      return clause(args.name(), "gone back to");
    }

    @Override
    public Done run(SnapshotArguments.Revert args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      Machine before = machine(args.vm(), site);
      site.session().machines().revert(object(args), Following.of(run));
      if (before.isOn() && MachineCall.machine(before.ref(), site).power().equals("off")) {
        site.session().machines().power(before.ref(), Power.ON, Following.of(run));
      }
      return Done.NOTHING;
    }
  }

  private static final class Remove extends Again<SnapshotArguments.Removal> {
    Remove() {
      super(SnapshotArguments.Removal.class);
    }

    @Override
    public String failing(SnapshotArguments.Removal args) {
      return clause(args.name(), "removed");
    }

    @Override
    public Done run(SnapshotArguments.Removal args, Site site, Run run)
        throws VSphereException, InterruptedException {
      try {
        site.session().machines().removeSnapshot(object(args), args.children(), Following.of(run));
      } catch (VSphereException failed) {
        if (!failed.is(Fault.Kind.NOT_FOUND)) {
          throw failed;
        }
      }
      return Done.NOTHING;
    }
  }

  private static String clause(String name, String done) {
    return "snapshot `" + name + "` cannot be " + done;
  }

  private static String description(Field<String> text, String birth, Machine machine) {
    return SnapshotRecord.write(text.orElse(""), machine.instanceUuid(), birth);
  }

  private static Machine machine(Field<Link> vm, Site site) throws VSphereException, NameProblem {
    InventoryNames names = site.names();
    return MachineCall.machine(
        Links.ref(vm.known(), Machine.TYPE, name -> names.machine(name.orElse("")).ref()), site);
  }

  private static Ref object(OnObject args) {
    return new Ref(TYPE, args.id());
  }

  private static Done done(String name, Ref snapshot) {
    return new Done(
        Optional.of(new dev.dvl.engine.live.Ref("snapshot", snapshot.id(), name)),
        new TreeMap<>(Map.of("id", Value.text(snapshot.id()))));
  }
}

package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
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

  public static Map<String, Primitive> all() {
    return Map.of(
        SnapshotPlan.CREATE, new Create(),
        SnapshotPlan.CHANGE, new Change(),
        SnapshotPlan.REVERT, new Revert(),
        SnapshotPlan.REMOVE, new Remove());
  }

  private static final class Create implements Primitive {
    @Override
    public String failing(Wanted args) {
      return clause(args, "taken");
    }

    @Override
    public Done run(Wanted args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      Machine machine = machine(args, site);
      Ref made =
          site.session()
              .machines()
              .snapshot(
                  machine.ref(),
                  args.text("name").orElseThrow(),
                  description(args, machine),
                  args.isTrue("memory"),
                  args.isTrue("quiesce"),
                  Following.of(run));
      return done(args, made);
    }

    @Override
    public Probe probe(Wanted args, Site site, Begun begun) throws VSphereException, NameProblem {
      Optional<Probe> running = RunningTask.of(site.session(), begun);
      if (running.isPresent()) {
        return running.get();
      }
      String op = BirthText.read(args.text("birth").orElse("")).orElseThrow().op();
      return Snapshots.of(machine(args, site)).stream()
          .filter(it -> isBy(it, op))
          .<Probe>map(it -> new Probe.Finished(done(args, it.ref())))
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
  private abstract static class Again implements Primitive {
    @Override
    public Probe probe(Wanted args, Site site, Begun begun) {
      return new Probe.NotDone();
    }
  }

  private static final class Change extends Again {
    @Override
    public String failing(Wanted args) {
      return clause(args, "changed");
    }

    @Override
    public Done run(Wanted args, Site site, Run run) throws VSphereException, NameProblem {
      Ref snapshot = object(args);
      site.session()
          .machines()
          .renameSnapshot(
              snapshot, args.text("name").orElseThrow(), description(args, machine(args, site)));
      return done(args, snapshot);
    }
  }

  /**
   * A machine goes back to the state that it had: off, where its memory was not kept. One that ran
   * runs again afterwards.
   */
  private static final class Revert extends Again {
    @Override
    public String failing(Wanted args) {
      return clause(args, "gone back to");
    }

    @Override
    public Done run(Wanted args, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      Machine before = machine(args, site);
      site.session().machines().revert(object(args), Following.of(run));
      if (before.isOn() && MachineCall.machine(before.ref(), site).power().equals("off")) {
        site.session().machines().power(before.ref(), Power.ON, Following.of(run));
      }
      return Done.NOTHING;
    }
  }

  private static final class Remove extends Again {
    @Override
    public String failing(Wanted args) {
      return clause(args, "removed");
    }

    @Override
    public Done run(Wanted args, Site site, Run run) throws VSphereException, InterruptedException {
      try {
        site.session()
            .machines()
            .removeSnapshot(object(args), args.isTrue("children"), Following.of(run));
      } catch (VSphereException failed) {
        if (!failed.is(Fault.Kind.NOT_FOUND)) {
          throw failed;
        }
      }
      return Done.NOTHING;
    }
  }

  private static String clause(Wanted args, String done) {
    return "snapshot `" + args.text("name").orElse("") + "` cannot be " + done;
  }

  private static String description(Wanted args, Machine machine) {
    return SnapshotRecord.write(
        args.text("description").orElse(""), machine.instanceUuid(), args.text("birth").orElse(""));
  }

  private static Machine machine(Wanted args, Site site) throws VSphereException, NameProblem {
    Optional<String> made = Links.id(args.value("vm"));
    Ref ref =
        made.isPresent()
            ? new Ref(Machine.TYPE, made.get())
            : site.names().machine(args.text("vm").orElse("")).ref();
    return MachineCall.machine(ref, site);
  }

  private static Ref object(Wanted args) {
    return new Ref(TYPE, args.text("object").orElseThrow());
  }

  private static Done done(Wanted args, Ref snapshot) {
    return new Done(
        Optional.of(
            new dev.dvl.engine.live.Ref(
                "snapshot", snapshot.id(), args.text("name").orElse(snapshot.id()))),
        new TreeMap<>(Map.of("id", Value.text(snapshot.id()))));
  }
}

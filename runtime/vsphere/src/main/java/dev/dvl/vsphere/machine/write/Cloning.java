package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmSpec;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Snapshots;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a machine as a copy of another; what is to be a template becomes one later. */
record Cloning(Site site, Spot spot) {

  Ref make(MachineArguments.Creation args, VmSpec want, Run run)
      throws VSphereException, NameProblem, InterruptedException {
    Machine source = MachineCall.machine(source(want), site);
    boolean linked = want.linked();
    Placement placement =
        new Placement(
            Optional.of(spot.pool()),
            spot.host(),
            datastore(),
            Optional.empty(),
            linked,
            List.of(),
            Optional.empty());
    CloneSpec spec =
        new CloneSpec(
            args.name(),
            spot.folder(),
            placement,
            false,
            linked ? Optional.of(snapshot(source, want)) : Optional.empty(),
            settings(args, source),
            Optional.empty());
    return site.session().machines().copy(source.ref(), spec, Following.of(run));
  }

  private Ref source(VmSpec want) throws NameProblem {
    return Links.ref(
        want.template(), Machine.TYPE, name -> spot.names().machine(name.orElse("")).ref());
  }

  /** Where nobody says where, and there are several, a copy lies where its origin does. */
  private Optional<Ref> datastore() throws NameProblem {
    try {
      return Optional.of(spot.datastore().ref());
    } catch (NameProblem unsaid) {
      if (unsaid.code().equals(Codes.UNNAMED)) {
        return Optional.empty();
      }
      throw unsaid;
    }
  }

  private static Ref snapshot(Machine source, VmSpec want) throws VSphereException {
    Optional<String> name = want.templateSnapshot();
    Optional<Ref> found =
        name.isPresent()
            ? Snapshots.of(source).stream()
                .filter(it -> it.name().equals(name.get()))
                .map(Snapshots.Snapshot::ref)
                .findFirst()
            : source.link("snapshot.currentSnapshot");
    return found.orElseThrow(
        () ->
            new VSphereException(
                Fault.of(
                    Fault.Kind.NOT_FOUND,
                    "a linked clone starts from a snapshot, and the origin has none"
                        + name.map(it -> " of the name `" + it + "`").orElse("")
                        + ".",
                    "")));
  }

  /** What dvl or a guest wrote on the origin is not true of the copy. */
  private static List<VmSetting> settings(MachineArguments.Creation args, Machine source) {
    Map<String, String> making = Create.making(args);
    List<VmSetting> settings = new ArrayList<>();
    source
        .extra()
        .keySet()
        .forEach(
            key -> {
              boolean foreign = key.startsWith("dvl.") || key.startsWith("guestinfo.");
              if (foreign && !making.containsKey(key)) {
                settings.add(new VmSetting.Extra(key, ""));
              }
            });
    making.forEach((key, value) -> settings.add(new VmSetting.Extra(key, value)));
    return settings;
  }
}

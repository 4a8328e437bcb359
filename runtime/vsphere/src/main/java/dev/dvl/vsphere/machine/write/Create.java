package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmSpec;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.CardNetworks;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Candidates;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code vm.create}: makes a machine that carries its birth record and does not count yet. Is never
 * repeated: what became of it is seen by the record.
 */
final class Create implements Primitive<MachineArguments.Creation> {
  /** So many bits of a number of bytes are less than a MiB. */
  private static final int MEBIBYTE = 20;

  private final String kind;

  /**
   * @param kind {@code vm}, or {@code template} for a copy that is a template
   */
  Create(String kind) {
    this.kind = kind;
  }

  @Override
  public Class<MachineArguments.Creation> arguments() {
    return MachineArguments.Creation.class;
  }

  @Override
  public String failing(MachineArguments.Creation args) {
    return (kind.equals(KindName.VM.word()) ? "machine `" : "template `")
        + args.name()
        + "` cannot be made";
  }

  @Override
  public Done run(MachineArguments.Creation args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    Catalog catalog = site.catalog();
    InventoryNames names = new InventoryNames(catalog, site.spec());
    VmPart want = VmPart.of(args.want().fields());
    Spot spot = new Spot(catalog, names, want);
    Ref made;
    if (want.template().isSet()) {
      made = new Cloning(site, spot).make(args, VmSpec.of(args.want().fields()), run);
    } else if (want.ovf().isSet()) {
      made =
          new Importing(site, spot, new CardNetworks(catalog, names))
              .make(args, VmSpec.of(args.want().fields()), run);
    } else if (want.libraryItem().isSet()) {
      made = new Deploying(site, spot).make(args, VmSpec.of(args.want().fields()), run);
    } else {
      made = fresh(args, want, spot, site, run);
    }
    return done(args, made);
  }

  private static Ref fresh(
      MachineArguments.Creation args, VmPart want, Spot spot, Site site, Run run)
      throws VSphereException, NameProblem, InterruptedException {
    List<VmSetting> settings = new ArrayList<>();
    settings.add(new VmSetting.Name(args.name()));
    settings.add(new VmSetting.Files("[" + spot.datastore().name() + "]"));
    want.guestId().known().ifPresent(it -> settings.add(new VmSetting.GuestId(it)));
    want.firmware().known().ifPresent(it -> settings.add(new VmSetting.Firmware(it.word())));
    want.hardwareVersion()
        .known()
        .ifPresent(it -> settings.add(new VmSetting.Hardware("vmx-" + it)));
    want.cpus().known().ifPresent(it -> settings.add(new VmSetting.Cpus(Math.toIntExact(it))));
    want.memory().known().ifPresent(it -> settings.add(new VmSetting.MemoryMb(it >> MEBIBYTE)));
    making(args).forEach((key, value) -> settings.add(new VmSetting.Extra(key, value)));
    return site.session()
        .machines()
        .create(spot.folder(), spot.pool(), spot.host(), settings, Following.of(run));
  }

  static Map<String, String> making(MachineArguments.Creation args) {
    return MachineBirth.making(birth(args));
  }

  private static Stamp birth(MachineArguments.Creation args) {
    return BirthText.read(args.birth()).orElseThrow();
  }

  @Override
  public Probe probe(MachineArguments.Creation args, Site site, Begun begun)
      throws VSphereException {
    Optional<Probe> running = RunningTask.of(site.session(), begun);
    if (running.isPresent()) {
      return running.get();
    }
    return made(site, birth(args).op())
        .<Probe>map(entry -> new Probe.Finished(done(args, entry.ref())))
        .orElseGet(Probe.NotDone::new);
  }

  /** The machine that the op of a birth record made. */
  static Optional<Entry> made(Site site, String op) throws VSphereException {
    return site.shelf().fresh().all(Machine.TYPE).stream()
        .filter(it -> Candidates.stamp(it).filter(stamp -> stamp.op().equals(op)).isPresent())
        .findFirst();
  }

  private Done done(MachineArguments.Creation args, Ref made) {
    return new Done(
        Optional.of(new dev.dvl.engine.live.Ref(kind, made.id(), args.name())),
        new TreeMap<>(Map.of("id", Value.text(made.id()))));
  }
}

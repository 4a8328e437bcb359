package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Ignored;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.CardNetworks;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.device.Readback;
import dev.dvl.vsphere.machine.guest.GuestBirth;
import dev.dvl.vsphere.machine.guest.GuestInfo;
import dev.dvl.vsphere.machine.guest.Life;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.setting.MachineSettings;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code vm.configure}: all that differs, in one reconfiguration. */
final class Configure extends MachineCall<MachineArguments.Configuration> {
  Configure() {
    super(MachineArguments.Configuration.class, "cannot be configured");
  }

  @Override
  void act(MachineArguments.Configuration args, Machine now, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    Wanted set = Wanted.of(args.set());
    VmPart part = VmPart.of(args.set().fields());
    Catalog catalog = site.catalog();
    InventoryNames names = new InventoryNames(catalog, site.spec());
    List<VmSetting> changes = new ArrayList<>(MachineSettings.changes(set, now));
    changes.addAll(
        new Devices(now, names, new CardNetworks(catalog, names)).changes(part, args.gone()));
    if (args.guest().orElse(false)) {
      changes.addAll(entries(GuestInfo.of(part, life(args, part, now, site)), now));
    }
    args.birth()
        .ifPresent(birth -> changes.addAll(entries(Map.of(MachineBirth.BIRTH, birth), now)));
    reconfigure(now, changes, site, run);
    if (changes.isEmpty()) {
      return;
    }
    Machine after = machine(args, site);
    boolean devices = changes.stream().anyMatch(VmSetting.Device.class::isInstance);
    List<VmSetting> labelling =
        devices
            ? part.nic().known().map(it -> Devices.labelling(after, it.keySet())).orElse(List.of())
            : List.of();
    reconfigure(after, labelling, site, run);
    List<String> ignored = new ArrayList<>(MachineSettings.ignored(set, now, after));
    if (devices) {
      ignored.addAll(Readback.of(now, after, catalog, labelling).ignored(args.set(), changes));
    }
    Ignored.none(failing(args), ignored);
  }

  /** A machine that is being made begins its life; one that runs goes on with the one it has. */
  private static Life life(MachineArguments.Configuration args, VmPart part, Machine now, Site site)
      throws OpProblem {
    boolean making = MachineBirth.read(now.extra()).filter(it -> it.bearer().isEmpty()).isPresent();
    Optional<String> id =
        making
            ? Optional.of(now.instanceUuid())
            : GuestBirth.read(now.extra(), now.instanceUuid()).map(GuestBirth::instanceId);
    return new Life(
        args.name(),
        id,
        args.hostKey().map(Life.HostKey::of),
        InstallScript.text(part.guest(), site.spec().project()));
  }

  static void reconfigure(Machine machine, List<VmSetting> changes, Site site, Run run)
      throws VSphereException, InterruptedException {
    if (!changes.isEmpty()) {
      site.session().machines().reconfigure(machine.ref(), changes, Following.of(run));
    }
  }

  static List<VmSetting> entries(Map<String, String> wanted, Machine now) {
    Map<String, String> extra = now.extra();
    List<VmSetting> changes = new ArrayList<>();
    wanted.forEach(
        (key, value) -> {
          if (!value.equals(extra.getOrDefault(key, ""))) {
            changes.add(new VmSetting.Extra(key, value));
          }
        });
    return changes;
  }
}

package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.ControllerKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Disk;
import dev.dvl.vsphere.session.spec.DeviceSpec.Network;
import dev.dvl.vsphere.session.spec.DeviceSpec.Nic;
import dev.dvl.vsphere.session.spec.DeviceSpec.NicKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Provisioning;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A session on the simulator, the places in it, and what a test made there: removed at its end. */
final class Lab implements AutoCloseable {
  static final Watch WATCH = Watch.within(Duration.ofMinutes(10));

  final VSphereSession session;
  private final Deque<Ref> made = new ArrayDeque<>();

  Lab() throws VSphereException {
    this(Limits.USUAL);
  }

  Lab(Limits limits) throws VSphereException {
    session = Peers.vcenter(limits);
  }

  Ref at(String path) throws VSphereException {
    return session.inventory().byPath(path).orElseThrow(() -> new AssertionError(path));
  }

  Ref folder() throws VSphereException {
    return at("/DC0/vm");
  }

  Ref pool() throws VSphereException {
    return at("/DC0/host/DC0_C0/Resources");
  }

  Ref datastore() throws VSphereException {
    return at("/DC0/datastore/LocalDS_0");
  }

  Ref host() throws VSphereException {
    return at("/DC0/host/DC0_C0/DC0_C0_H0");
  }

  static String name() {
    return "dvl-" + UUID.randomUUID().toString().substring(0, 8);
  }

  Ref keep(Ref ref) {
    made.push(ref);
    return ref;
  }

  /** A VM with a controller, a disk and a network card. */
  Ref vm(String name) throws VSphereException, InterruptedException {
    return keep(
        session.machines().create(folder(), pool(), Optional.empty(), settings(name), WATCH));
  }

  static List<VmSetting> settings(String name) {
    return List.of(
        new VmSetting.Name(name),
        new VmSetting.GuestId("otherGuest"),
        new VmSetting.Cpus(1),
        new VmSetting.MemoryMb(64),
        new VmSetting.Files("[LocalDS_0]"),
        add(new DeviceSpec.Controller(-100, ControllerKind.PVSCSI, 0, Optional.empty())),
        add(disk(-101, 1024)),
        add(nic(-102, NicKind.VMXNET3, "VM Network")));
  }

  static VmSetting add(DeviceSpec device) {
    return new VmSetting.Device(new DeviceChange.Add(device));
  }

  static Disk disk(int key, long kilobytes) {
    return new Disk(
        key,
        -100,
        0,
        kilobytes,
        "",
        Optional.empty(),
        false,
        Provisioning.THIN,
        "persistent",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Nic nic(int key, NicKind kind, String network) {
    return new Nic(
        key,
        kind,
        new Network.Standard(network, Optional.empty()),
        Optional.empty(),
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** A property of an object. */
  Tree get(Ref ref, String path) throws VSphereException {
    Found found =
        session.inventory().read(List.of(ref), new Selection(ref.type(), List.of(path))).getFirst();
    return found.get(path).orElseThrow(() -> new AssertionError(ref + " has no " + path));
  }

  /** The first device of a type. */
  Tree device(Ref vm, String type) throws VSphereException {
    return get(vm, "config.hardware.device").children().stream()
        .filter(it -> it.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type));
  }

  @Override
  public void close() throws VSphereException {
    try (session) {
      while (!made.isEmpty()) {
        session.objects().destroy(made.pop(), WATCH);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.NicKind;
import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Makes and changes VMs on the vCenter simulator. */
class SimulatorMachinesTest {

  @Test
  void makesAMachineWithItsDevices() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      assertThat(lab.get(vm, "config.hardware.numCPU").text()).isEqualTo("1");
      assertThat(lab.get(vm, "config.hardware.memoryMB").text()).isEqualTo("64");
      assertThat(lab.device(vm, "VirtualDisk").number("capacityInKB")).contains(1024L);
      assertThat(lab.device(vm, "VirtualDisk").bool("backing.thinProvisioned")).contains(true);
      assertThat(lab.device(vm, "VirtualVmxnet3").text("backing.deviceName"))
          .contains("VM Network");
      assertThat(lab.device(vm, "ParaVirtualSCSIController").text("sharedBus"))
          .contains("noSharing");
    }
  }

  @Test
  void changesAMachineAndKeepsTheRest() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      Tree nic = lab.device(vm, "VirtualVmxnet3");
      Tree disk = lab.device(vm, "VirtualDisk");
      List<VmSetting> settings =
          List.of(
              new VmSetting.Cpus(2),
              new VmSetting.MemoryMb(128),
              new VmSetting.Annotation("a <note> & more\nlines"),
              new VmSetting.Switch(Feature.CPU_HOT_ADD, true),
              new VmSetting.Extra("guestinfo.dvl", "value with spaces"),
              new VmSetting.Device(
                  new DeviceChange.Edit(
                      nic,
                      Lab.nic(nic.number("key").get().intValue(), NicKind.VMXNET3, "VM Network"))),
              new VmSetting.Device(new DeviceChange.Edit(disk, grown(disk, 4096))));
      lab.session.machines().reconfigure(vm, settings, Lab.WATCH);

      assertThat(lab.get(vm, "config.hardware.numCPU").text()).isEqualTo("2");
      assertThat(lab.get(vm, "config.annotation").text()).isEqualTo("a <note> & more\nlines");
      assertThat(lab.get(vm, "config.cpuHotAddEnabled").text()).isEqualTo("true");
      assertThat(lab.device(vm, "VirtualDisk").number("capacityInKB")).contains(4096L);
      assertThat(lab.device(vm, "VirtualVmxnet3").text("macAddress"))
          .isEqualTo(nic.text("macAddress"));
      assertThat(lab.get(vm, "config.extraConfig").children())
          .anySatisfy(
              it -> {
                assertThat(it.text("key")).contains("guestinfo.dvl");
                assertThat(it.text("value")).contains("value with spaces");
              });
    }
  }

  @Test
  void removesADevice() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      Tree nic = lab.device(vm, "VirtualVmxnet3");
      lab.session
          .machines()
          .reconfigure(
              vm, List.of(new VmSetting.Device(new DeviceChange.Remove(nic, false))), Lab.WATCH);
      assertThat(lab.get(vm, "config.hardware.device").children())
          .noneMatch(it -> it.type().equals("VirtualVmxnet3"));
    }
  }

  @Test
  void powersOnAndOffAndSaysWhatStandsAgainstIt() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      lab.session.machines().power(vm, Power.ON, Lab.WATCH);
      assertThat(lab.get(vm, "runtime.powerState").text()).isEqualTo("poweredOn");
      assertThatThrownBy(() -> lab.session.machines().power(vm, Power.ON, Lab.WATCH))
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.STATE);
                assertThat(e.fault().type()).isEqualTo("InvalidPowerState");
                assertThat(e.fault().object()).contains(vm);
                assertThat(e.fault().advice()).contains("poweredOn");
              });
      lab.session.machines().power(vm, Power.OFF, Lab.WATCH);
      assertThat(lab.get(vm, "runtime.powerState").text()).isEqualTo("poweredOff");
    }
  }

  @Test
  void tellsTheTaskBeforeItHasEndedAndWhatItWaitsFor() throws Exception {
    List<Ref> tasks = new ArrayList<>();
    Watch watch =
        new Watch() {
          @Override
          public void started(Ref task) {
            tasks.add(task);
          }

          @Override
          public void progress(String text, OptionalDouble fraction) {}

          @Override
          public Duration limit() {
            return Duration.ofSeconds(30);
          }
        };
    try (Lab lab = new Lab()) {
      Ref vm =
          lab.keep(
              lab.session
                  .machines()
                  .create(
                      lab.folder(), lab.pool(), Optional.empty(), Lab.settings(Lab.name()), watch));
      assertThat(tasks).singleElement().satisfies(it -> assertThat(it.type()).isEqualTo("Task"));
      Optional<Tree> again = lab.session.tasks().await(tasks.getFirst(), Lab.WATCH);
      assertThat(again.flatMap(Tree::ref)).contains(vm);
    }
  }

  @Test
  void copiesATemplateAndTellsTheCopyWhoItIs() throws Exception {
    try (Lab lab = new Lab()) {
      Ref source = lab.vm(Lab.name());
      lab.session.machines().toTemplate(source);
      String name = Lab.name();
      CloneSpec spec =
          new CloneSpec(
              name,
              lab.folder(),
              Placement.on(lab.pool(), lab.datastore()),
              false,
              Optional.empty(),
              List.of(new VmSetting.Cpus(4), new VmSetting.Extra("guestinfo.birth", "x")),
              Optional.empty());
      Ref copy = lab.keep(lab.session.machines().copy(source, spec, Lab.WATCH));
      assertThat(lab.get(copy, "name").text()).isEqualTo(name);
      assertThat(lab.get(copy, "config.template").text()).isEqualTo("false");

      lab.session.machines().customize(copy, linux("web"), Lab.WATCH);
      lab.session.machines().power(copy, Power.ON, Lab.WATCH);
      Map<String, Tree> state =
          lab.session
              .tasks()
              .until(
                  copy,
                  List.of("guest.hostName", "guest.ipAddress"),
                  it ->
                      it.containsKey("guest.ipAddress")
                          ? Optional.empty()
                          : Optional.of("an address"),
                  Lab.WATCH);
      assertThat(state)
          .extractingByKey("guest.ipAddress")
          .extracting(Tree::text)
          .isEqualTo("10.9.8.7");
      lab.session.machines().power(copy, Power.OFF, Lab.WATCH);
      lab.session.machines().toMachine(source, lab.pool(), Optional.empty());
      assertThat(lab.get(source, "config.template").text()).isEqualTo("false");
    }
  }

  @Test
  void makesRevertsAndRemovesSnapshots() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      Ref snapshot =
          lab.session.machines().snapshot(vm, "before", "the text", false, false, Lab.WATCH);
      assertThat(snapshot.type()).isEqualTo("VirtualMachineSnapshot");
      Tree all = lab.get(vm, "snapshot.rootSnapshotList");
      assertThat(all.children().getFirst().text("name")).contains("before");
      lab.session.machines().revert(snapshot, Lab.WATCH);
      lab.session.machines().removeSnapshot(snapshot, true, Lab.WATCH);
      assertThatThrownBy(() -> lab.get(vm, "snapshot.rootSnapshotList"))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void movesToAnotherDatastore() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      Ref other = lab.at("/DC0/datastore/LocalDS_1");
      lab.session.machines().relocate(vm, Placement.on(lab.pool(), other), Lab.WATCH);
      assertThat(lab.get(vm, "datastore").refs()).contains(other);
    }
  }

  @Test
  void saysThatANameIsTaken() throws Exception {
    try (Lab lab = new Lab()) {
      String name = Lab.name();
      Ref folder = lab.keep(lab.session.objects().createFolder(lab.folder(), name));
      assertThatThrownBy(() -> lab.session.objects().createFolder(lab.folder(), name))
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.DUPLICATE);
                assertThat(e.fault().object()).contains(folder);
              });
    }
  }

  @Test
  void saysWhatItWaitedForInVain() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      assertThatThrownBy(
              () ->
                  lab.session
                      .tasks()
                      .until(
                          vm,
                          List.of("guest.ipAddress"),
                          it -> Optional.of("an address"),
                          Watch.within(Duration.ofMillis(300))))
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.TIMEOUT);
                assertThat(e.fault().message()).contains("an address");
              });
    }
  }

  @Test
  void saysThatWhatItWaitsForWentAway() throws Exception {
    Limits impatient = new Limits(4, 4, 4, Duration.ofSeconds(10), Duration.ofSeconds(1));
    try (Lab lab = new Lab(impatient);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Ref vm =
          lab.session
              .machines()
              .create(
                  lab.folder(), lab.pool(), Optional.empty(), Lab.settings(Lab.name()), Lab.WATCH);
      CountDownLatch waits = new CountDownLatch(1);
      Future<Map<String, Tree>> waiting =
          threads.submit(
              () ->
                  lab.session
                      .tasks()
                      .until(
                          vm,
                          List.of("name"),
                          it -> {
                            waits.countDown();
                            return Optional.of("nothing");
                          },
                          Lab.WATCH));
      waits.await();
      lab.session.objects().destroy(vm, Lab.WATCH);
      assertThatThrownBy(waiting::get)
          .hasCauseInstanceOf(VSphereException.class)
          .hasMessageContaining("went away");
    }
  }

  @Test
  void doesManyThingsAtOnceInOneSession() throws Exception {
    try (Lab lab = new Lab();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(threads.submit(() -> cycle(lab)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static Object cycle(Lab lab) throws Exception {
    for (int i = 0; i < 3; i++) {
      Ref vm =
          lab.session
              .machines()
              .create(
                  lab.folder(), lab.pool(), Optional.empty(), Lab.settings(Lab.name()), Lab.WATCH);
      lab.session.machines().power(vm, Power.ON, Lab.WATCH);
      lab.session.machines().power(vm, Power.OFF, Lab.WATCH);
      lab.session.objects().destroy(vm, Lab.WATCH);
    }
    return lab;
  }

  private static DeviceSpec grown(Tree disk, long kilobytes) {
    DeviceSpec.Disk fresh = Lab.disk(disk.number("key").get().intValue(), kilobytes);
    return new DeviceSpec.Disk(
        fresh.key(),
        disk.number("controllerKey").get().intValue(),
        disk.number("unitNumber").get().intValue(),
        kilobytes,
        "",
        Optional.empty(),
        false,
        fresh.provisioning(),
        fresh.mode(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Customization linux(String hostName) {
    Customization.GuestNic nic =
        new Customization.GuestNic(
            Optional.of(new Customization.Address("10.9.8.7", 24)),
            List.of("10.9.8.1"),
            List.of(),
            List.of(),
            List.of("10.9.8.2"),
            Optional.empty());
    return new Customization(
        new Customization.Linux(
            hostName, "lab.example", Optional.empty(), Optional.empty(), Optional.empty()),
        List.of(nic),
        List.of("10.9.8.2"),
        List.of("lab.example"));
  }
}

package dev.dvl.vsphere.machine.device;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.ControllerKind;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives out places on controllers within one reconfiguration, and adds controllers for it. */
final class Slots {
  private final List<Controller> controllers;
  private final Map<Integer, Set<Integer>> taken = new HashMap<>();
  private final List<VmSetting> added = new ArrayList<>();
  private int next = -1;

  Slots(Hardware hardware) {
    controllers = new ArrayList<>(hardware.controllers());
    Stream.concat(hardware.disks().stream(), hardware.drives().stream()).forEach(this::hold);
  }

  /** A place on a controller. */
  record Place(Controller controller, int unit) {
    String slot() {
      return Attached.slot(controller, unit);
    }
  }

  /** A key for a new device in this request. */
  int key() {
    return next--;
  }

  /** The controllers that had to be added, before what hangs on them. */
  List<VmSetting> added() {
    return List.copyOf(added);
  }

  private void hold(Attached device) {
    taken(device.controller()).add(device.unit());
  }

  void free(Attached device) {
    taken(device.controller()).remove(device.unit());
  }

  /** A free place on a controller of that kind; on another of the kind where one is full. */
  Place take(ControllerKind kind, Optional<Integer> bus, Optional<Integer> unit)
      throws VSphereException {
    for (Controller controller : controllers) {
      boolean fits =
          controller.kind() == kind && bus.map(it -> it == controller.bus()).orElse(true);
      Optional<Place> place = fits ? on(controller, unit) : Optional.empty();
      if (place.isPresent()) {
        return place.get();
      }
    }
    return on(add(kind, bus), unit)
        .orElseThrow(() -> none("there is no unit " + unit.orElse(0) + " on that controller."));
  }

  private Optional<Place> on(Controller controller, Optional<Integer> unit) {
    Set<Integer> held = taken(controller);
    for (int it = 0; it < controller.places(); it++) {
      if (unit.orElse(it) == it && controller.canHold(it) && held.add(it)) {
        return Optional.of(new Place(controller, it));
      }
    }
    return Optional.empty();
  }

  private Controller add(ControllerKind kind, Optional<Integer> bus) throws VSphereException {
    String family = Controller.family(kind);
    Set<Integer> buses = new HashSet<>();
    controllers.stream()
        .filter(it -> it.family().equals(family))
        .forEach(it -> buses.add(it.bus()));
    for (int number = 0; number < Controller.most(kind); number++) {
      if (bus.orElse(number) == number && !buses.contains(number)) {
        Controller controller = new Controller(key(), kind, number);
        controllers.add(controller);
        added.add(
            new VmSetting.Device(
                new DeviceChange.Add(
                    new DeviceSpec.Controller(controller.key(), kind, number, Optional.empty()))));
        return controller;
      }
    }
    throw none(
        "no place is free on a controller of the kind " + family + ", and none can be added.");
  }

  private Set<Integer> taken(Controller controller) {
    return taken.computeIfAbsent(controller.key(), ignored -> new HashSet<>());
  }

  private static VSphereException none(String why) {
    return new VSphereException(Fault.of(Fault.Kind.REQUEST, why, ""));
  }
}

package dev.dvl.vsphere.guest;

import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A machine with a guest in a vCenter of its own. */
final class Guest implements AutoCloseable {
  static final Watch WATCH = Watch.within(Duration.ofMinutes(10));
  private static final String TEMPLATE = "debian-12";

  final VSphereSession session;
  final Ref vm;
  private final VCenter vcenter;

  /** Clones the template, and starts the clone. */
  Guest(String name, Map<String, String> options) throws Exception {
    Shell.run(Peers.variable("DVL_TEST_VM_IMAGE"));
    vcenter = VCenter.with("{\"templates\": [\"" + TEMPLATE + "\"], \"vms\": 1}");
    session = vcenter.session();
    try {
      vm = session.machines().copy(at("/DC0/vm/" + TEMPLATE), clone(name, options), WATCH);
      power(Power.ON);
    } catch (VSphereException e) {
      close();
      throw e;
    }
  }

  private CloneSpec clone(String name, Map<String, String> options) throws VSphereException {
    return new CloneSpec(
        name,
        at("/DC0/vm"),
        Placement.on(at("/DC0/host/DC0_C0/Resources"), at("/DC0/datastore/LocalDS_0")),
        false,
        Optional.empty(),
        settings(options),
        Optional.empty());
  }

  static List<VmSetting> settings(Map<String, String> options) {
    return options.entrySet().stream()
        .<VmSetting>map(it -> new VmSetting.Extra(it.getKey(), it.getValue()))
        .toList();
  }

  private Ref at(String path) throws VSphereException {
    return session.inventory().byPath(path).orElseThrow(() -> new AssertionError(path));
  }

  void power(Power power) throws VSphereException, InterruptedException {
    session.machines().power(vm, power, WATCH);
  }

  /** Waits for the power state {@code poweredOn} or {@code poweredOff}. */
  void awaitPower(String state) throws VSphereException, InterruptedException {
    await("runtime.powerState", it -> it.text().equals(state));
  }

  String address() throws VSphereException, InterruptedException {
    return await("guest.ipAddress", it -> !it.text().isEmpty()).text();
  }

  /** The property, as soon as it is as wanted. */
  Tree await(String path, Predicate<Tree> wanted) throws VSphereException, InterruptedException {
    Function<Map<String, Tree>, Optional<String>> judge =
        it ->
            Optional.ofNullable(it.get(path)).filter(wanted).isPresent()
                ? Optional.empty()
                : Optional.of(path);
    Map<String, Tree> found = session.tasks().until(vm, List.of(path), judge, WATCH);
    return Optional.ofNullable(found.get(path)).orElseThrow();
  }

  /** An extra option; nothing where there is none. */
  Optional<String> option(String key) throws VSphereException, InterruptedException {
    return await("config.extraConfig", it -> true).children().stream()
        .filter(it -> it.text("key").equals(Optional.of(key)))
        .findFirst()
        .flatMap(it -> it.text("value"));
  }

  /** How many containers of the test engine there are for the machine. */
  static long containers(String name) throws IOException, InterruptedException {
    return Shell.run(
            "docker",
            "-H",
            Peers.variable("DVL_TEST_DOCKER"),
            "ps",
            "-aq",
            "--filter",
            "name=vm-" + name + "-")
        .lines()
        .count();
  }

  @Override
  public void close() throws IOException {
    session.close();
    vcenter.close();
  }
}

package dev.dvl.sandbox;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Moves what stands on machines out of the files of their hosts, where earlier versions of dvl kept
 * it, into files of the machines.
 */
public final class Resettling {
  private final Path folder;
  private final Map<Address, Instance> instances;

  private Resettling(Program program, Path folder) {
    this.folder = folder;
    this.instances = program.byAddress();
  }

  /** Does so for the objects of a program's resources; others are left where they are. */
  public static void of(Program program, Path project) throws IOException {
    Resettling resettling = new Resettling(program, SandboxProvider.folder(project));
    for (HostInstance host : program.hosts()) {
      if (host.by().isPresent()) {
        resettling.move(host.address(), resettling.root(host.address()));
      }
    }
  }

  private Address root(Address machine) {
    Address place = machine;
    while (instances.containsKey(place)) {
      place = instances.get(place).place();
    }
    return place;
  }

  private void move(Address machine, Address root) throws IOException {
    Path file = folder.resolve(WorldFiles.of(root));
    if (!Files.exists(file)) {
      return;
    }
    Store old = Store.open(file);
    Optional<SandboxObject> object =
        old.all().stream().filter(it -> address(it).equals(Optional.of(machine))).findFirst();
    if (object.isPresent()) {
      Path own = folder.resolve(WorldFiles.inMachine(machine, object.get().ref().id()));
      for (SandboxObject there : old.all()) {
        if (standsOn(there, machine)) {
          Store.open(own).take(there, old.base(there.base()));
          old.remove(there.ref().id());
        }
      }
    }
  }

  private boolean standsOn(SandboxObject object, Address machine) {
    return address(object)
        .map(instances::get)
        .filter(instance -> instance.place().equals(machine))
        .filter(instance -> instance.kind().equals(object.ref().kind()))
        .isPresent();
  }

  private static Optional<Address> address(SandboxObject object) {
    return object.stamp().map(Stamp::address);
  }
}

package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Query;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmDiskAttribute;
import dev.dvl.stdlib.VmDiskPart;
import dev.dvl.stdlib.VmDiskProvisioning;
import dev.dvl.stdlib.VmNicAttribute;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.library.LibraryItems;
import dev.dvl.vsphere.machine.read.Candidates;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.write.Spot;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be told of a machine before anything is made. */
final class VmFindings {
  private final Instance wanted;
  private final VmPart part;
  private final Reading reading;
  private final List<Finding> found = new ArrayList<>();

  VmFindings(Instance wanted, Reading reading) {
    this.wanted = wanted;
    this.part = VmPart.of(wanted.values());
    this.reading = reading;
  }

  List<Finding> all() throws VSphereException {
    libraryItem();
    names();
    networks();
    disks();
    found.addAll(new GuestFindings(wanted, reading.site().spec(), isMade()).all());
    Optional<Machine> origin = Origins.of(reading).of(wanted);
    if (origin.isPresent() && !isMade()) {
      found.addAll(new OriginFindings(wanted, origin.get()).all());
    }
    if (!isMade()) {
      Origins.of(reading).silence(wanted).ifPresent(this::unreadable);
      space();
    }
    return found;
  }

  private void unreadable(String why) {
    found.add(
        new Finding(
            Codes.UNREADABLE,
            wanted.address(),
            Optional.of(VmAttribute.TEMPLATE.path()),
            "What it is to be cloned from cannot be read.",
            List.of(why)));
  }

  /** What it is to be made of; a machine that is there already is not made again. */
  private void libraryItem() throws VSphereException {
    Optional<String> path = part.libraryItem().known();
    if (path.isEmpty() || isMade()) {
      return;
    }
    List<Finding> needed = Finds.needsVCenter(wanted, reading.site());
    found.addAll(needed);
    if (needed.isEmpty()) {
      try {
        type(LibraryItems.of(reading).named(path.get()));
      } catch (NameProblem wrong) {
        found.add(Finds.wrong(wanted, Optional.of(VmAttribute.LIBRARY_ITEM.path()), wrong));
      }
    }
  }

  private void type(Libraries.Item item) {
    if (!item.type().equals(Libraries.Item.OVF) && !item.type().equals(Libraries.Item.TEMPLATE)) {
      found.add(
          new Finding(
              Codes.UNFIT_ITEM,
              wanted.address(),
              Optional.of(VmAttribute.LIBRARY_ITEM.path()),
              "The item `%s` is of the type `%s`.".formatted(item.name(), item.type()),
              List.of("Machines are made of items of the types `ovf` and `vm-template`.")));
    }
  }

  /** Whether a machine of ours stands there already, as it shows itself or the ledger knows. */
  private boolean isMade() throws VSphereException {
    return reading
        .noted()
        .once(Made.class, () -> Made.read(reading))
        .addresses()
        .contains(wanted.address());
  }

  /** The resources of the stack that have a machine. */
  private record Made(Set<Address> addresses) {
    static Made read(Reading reading) {
      Stream<Address> told =
          reading.catalog().all(Machine.TYPE).stream()
              .flatMap(it -> Candidates.stamp(it).stream())
              .filter(it -> it.stack().equals(reading.query().stack()))
              .map(Stamp::address);
      Stream<Address> known =
          reading.query().claims().stream()
              .filter(it -> reading.catalog().byId(Machine.TYPE, it.platformName()).isPresent())
              .map(Query.Claim::address);
      return new Made(Stream.concat(told, known).collect(Collectors.toSet()));
    }
  }

  /** Thin disks take their space later; the others must find it now. */
  private void space() {
    Map<String, Long> needed = new TreeMap<>();
    for (VmDiskPart disk : part.disk().orElse(new TreeMap<>()).values()) {
      Optional<Long> size = disk.size().known();
      boolean thick =
          disk.provisioning().known().filter(it -> it != VmDiskProvisioning.THIN).isPresent();
      if (thick && size.isPresent() && !disk.file().isSet()) {
        String store = disk.datastore().known().or(part.datastore()::known).orElse("");
        needed.merge(store, size.get(), Long::sum);
      }
    }
    needed.forEach(this::space);
  }

  private void space(String store, long needed) {
    Optional<String> name = store.isEmpty() ? Optional.empty() : Optional.of(store);
    try {
      String free = reading.names().datastore(name).text("summary.freeSpace");
      if (!free.isEmpty() && Long.parseLong(free) < needed) {
        found.add(
            new Finding(
                Codes.NO_SPACE,
                wanted.address(),
                Optional.of(VmAttribute.DISK.path()),
                "Its disks take %d MiB at once, and %d MiB are free on the datastore."
                    .formatted(needed >> 20, Long.parseLong(free) >> 20),
                List.of("Disks with `provisioning = \"thin\"` take their space as it is used.")));
      }
    } catch (NameProblem unknown) {
      // A name that leads nowhere is told of already; where several are and none is named, the
      // server chooses.
    }
  }

  private void names() {
    InventoryNames names = reading.names();
    found.addAll(
        Finds.ifLinked(
            wanted, VmAttribute.TEMPLATE, part.template(), it -> names.machine(it.orElseThrow())));
    found.addAll(Finds.ifLinked(wanted, VmAttribute.FOLDER, part.folder(), names::folder));
    found.addAll(Finds.ifNamed(wanted, VmAttribute.DATASTORE, part.datastore(), this::store));
    found.addAll(
        Finds.ifNamed(wanted, VmAttribute.ESXI, part.esxi(), it -> names.esxi(it.orElseThrow())));
    found.addAll(
        Finds.ifNamed(
            wanted,
            VmAttribute.CLUSTER,
            part.cluster(),
            it -> names.compute(it, Optional.empty())));
    found.addAll(
        Finds.ifLinked(
            wanted,
            VmAttribute.RESOURCE_POOL,
            part.resourcePool(),
            it -> names.pool(names.compute(part.cluster().known(), part.esxi().known()), it)));
  }

  private void store(Optional<String> name) throws NameProblem {
    new Spot(reading.catalog(), reading.names(), part).store(name);
  }

  private void networks() {
    part.nic()
        .orElse(new TreeMap<>())
        .forEach(
            (label, card) -> {
              Path at = VmAttribute.NIC.path().entry(label).field(VmNicAttribute.NETWORK.word());
              card.network()
                  .known()
                  .flatMap(Link::given)
                  .ifPresent(name -> check(at, () -> reading.names().network(name)));
            });
  }

  private void disks() {
    part.disk()
        .orElse(new TreeMap<>())
        .forEach(
            (label, disk) -> {
              Path at =
                  VmAttribute.DISK.path().entry(label).field(VmDiskAttribute.DATASTORE.word());
              disk.datastore().known().ifPresent(name -> check(at, () -> store(Optional.of(name))));
            });
  }

  /** A look-up that may find nothing. */
  private interface Check {
    void run() throws NameProblem;
  }

  private void check(Path at, Check check) {
    try {
      check.run();
    } catch (NameProblem wrong) {
      found.add(Finds.wrong(wanted, Optional.of(at), wrong));
    }
  }
}

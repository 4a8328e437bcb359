package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.machine.setting.GuestInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be told of a machine before anything is made. */
final class VmFindings {
  private final Instance wanted;
  private final Reading reading;
  private final List<Finding> found = new ArrayList<>();

  VmFindings(Instance wanted, Reading reading) {
    this.wanted = wanted;
    this.reading = reading;
  }

  List<Finding> all() {
    names();
    networks();
    disks();
    texts();
    return found;
  }

  private void names() {
    found.addAll(Finds.ifNamed(wanted, "template", it -> reading.names().machine(it.orElseThrow())));
    found.addAll(Finds.ifNamed(wanted, "folder", it -> reading.names().folder(it)));
    found.addAll(Finds.ifNamed(wanted, "datastore", this::store));
    found.addAll(Finds.ifNamed(wanted, "esxi", it -> reading.names().esxi(it.orElseThrow())));
    found.addAll(
        Finds.ifNamed(wanted, "cluster", it -> reading.names().compute(it, Optional.empty())));
    found.addAll(
        Finds.ifNamed(
            wanted,
            "resource_pool",
            it -> reading.names().pool(reading.names().compute(text("cluster"), text("esxi")), it)));
  }

  private void store(Optional<String> name) throws NameProblem {
    boolean pod =
        reading.catalog().all("StoragePod").stream()
            .anyMatch(it -> name.filter(it.name()::equals).isPresent());
    if (!pod) {
      reading.names().datastore(name);
    }
  }

  private void networks() {
    for (Map.Entry<String, Value> card : Wanted.of(wanted.value("nic")).values().entrySet()) {
      Path at = Path.of("nic").entry(card.getKey()).field("network");
      Wanted.of(card.getValue())
          .text("network")
          .ifPresent(name -> check(at, () -> reading.names().network(name)));
    }
  }

  private void disks() {
    for (Map.Entry<String, Value> disk : Wanted.of(wanted.value("disk")).values().entrySet()) {
      Path at = Path.of("disk").entry(disk.getKey()).field("datastore");
      Wanted.of(disk.getValue())
          .text("datastore")
          .ifPresent(name -> check(at, () -> store(Optional.of(name))));
    }
  }

  private void texts() {
    Wanted cloudInit = Wanted.of(wanted.value("cloud_init"));
    boolean compress = !cloudInit.value("compress").equals(Value.of(false));
    for (String attribute : List.of("user_data", "metadata", "vendor_data")) {
      cloudInit
          .text(attribute)
          .map(text -> GuestInfo.encoded(text, compress).length())
          .filter(length -> length > GuestInfo.MOST)
          .ifPresent(length -> found.add(tooLarge(attribute, length, compress)));
    }
  }

  private Finding tooLarge(String attribute, int length, boolean compress) {
    return new Finding(
        Codes.TOO_LARGE,
        wanted.address(),
        Optional.of(Path.of("cloud_init").field(attribute)),
        "It comes to %d bytes on the machine, and vSphere takes %d."
            .formatted(length, GuestInfo.MOST),
        compress
            ? List.of("Let the guest fetch the rest from somewhere.")
            : List.of("With `compress = true` it becomes smaller."));
  }

  /** A look-up that may find nothing. */
  private interface Check {
    void run() throws NameProblem;
  }

  private void check(Path at, Check check) {
    try {
      check.run();
    } catch (NameProblem wrong) {
      found.add(
          new Finding(
              wrong.code(),
              wanted.address(),
              Optional.of(at),
              String.valueOf(wrong.getMessage()),
              wrong.notes()));
    }
  }

  private Optional<String> text(String attribute) {
    return wanted.value(attribute) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}

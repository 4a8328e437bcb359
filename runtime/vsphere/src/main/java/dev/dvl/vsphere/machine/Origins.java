package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Link;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Reach;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The templates and machines that machines of the program are to be cloned from, in one call. */
record Origins(Map<String, Machine> byName) {

  static Origins of(Reading reading) throws VSphereException {
    return reading.noted().once(Origins.class, () -> read(reading));
  }

  /** The origin of a resource, as far as it can be read. */
  Optional<Machine> of(Instance wanted) {
    return there(wanted).filter(it -> Reach.silence(it).isEmpty());
  }

  /** Why the origin of a resource, which is there, cannot be read now. */
  Optional<String> silence(Instance wanted) {
    return there(wanted).flatMap(Reach::silence);
  }

  private Optional<Machine> there(Instance wanted) {
    return name(wanted).flatMap(name -> Optional.ofNullable(byName.get(name)));
  }

  private static Optional<String> name(Instance wanted) {
    return VmPart.of(wanted.values()).template().known().flatMap(Link::given);
  }

  private static Origins read(Reading reading) throws VSphereException {
    Map<String, Ref> refs = new TreeMap<>();
    for (Instance wanted : reading.query().wanted()) {
      if (wanted.kind().equals(KindName.VM.word())) {
        name(wanted)
            .ifPresent(name -> find(reading, name).ifPresent(entry -> refs.put(name, entry.ref())));
      }
    }
    List<Ref> distinct = new ArrayList<>(new LinkedHashSet<>(refs.values()));
    List<Machine> machines = Machine.read(reading.site().session(), distinct);
    Map<String, Machine> byName = new TreeMap<>();
    refs.forEach(
        (name, ref) ->
            machines.stream()
                .filter(it -> it.ref().equals(ref))
                .forEach(it -> byName.put(name, it)));
    return new Origins(byName);
  }

  /** A name that leads nowhere is told of elsewhere. */
  private static Optional<Entry> find(Reading reading, String name) {
    try {
      return Optional.of(reading.names().machine(name));
    } catch (NameProblem unknown) {
      return Optional.empty();
    }
  }
}

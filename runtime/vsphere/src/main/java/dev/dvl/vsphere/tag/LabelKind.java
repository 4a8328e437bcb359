package dev.dvl.vsphere.tag;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Query;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The kinds {@code tag} and {@code tag_category}. One that the ledger knows by its id is dvl's,
 * whatever it is called now, and is compared as a whole. Any other that the program names is
 * compared only in what the program sets, and is never removed.
 */
public final class LabelKind implements VSphereKind {
  private final LabelType type;

  private LabelKind(LabelType type) {
    this.type = type;
  }

  public static LabelKind category() {
    return new LabelKind(new CategoryType());
  }

  public static LabelKind tag() {
    return new LabelKind(new TagType());
  }

  @Override
  public String name() {
    return type.kind();
  }

  /** They are no objects of the inventory. */
  @Override
  public List<Selection> selections() {
    return List.of();
  }

  @Override
  public List<Live> live(Reading reading) throws VSphereException {
    if (!reading.site().session().about().vcenter()) {
      return List.of();
    }
    Map<String, Live> found = new LinkedHashMap<>();
    for (Query.Claim claim : remembered(reading)) {
      type.byId(TagBook.of(reading), claim.platformName())
          .ifPresent(it -> found.put(it.id(), ours(it, reading, claim.address())));
    }
    for (String name : names(reading)) {
      type.byName(TagBook.of(reading), name)
          .filter(it -> !isBesides(it, name, reading, found))
          .ifPresent(it -> found.putIfAbsent(it.id(), named(it, name, reading)));
    }
    return new ArrayList<>(found.values());
  }

  private List<Query.Claim> remembered(Reading reading) {
    return reading.query().claims().stream()
        .filter(it -> it.kind().equals(name()) && TagBook.isId(it.platformName()))
        .toList();
  }

  private Set<String> names(Reading reading) {
    Set<String> names = new java.util.TreeSet<>(reading.claimed(name()));
    names.removeIf(TagBook::isId);
    return names;
  }

  /** Whether the name is wanted by a resource that has its object already, under another name. */
  private boolean isBesides(Label label, String name, Reading reading, Map<String, Live> found) {
    return !found.containsKey(label.id())
        && wanted(name, reading)
            .filter(address -> found.values().stream().anyMatch(it -> isOf(it, address)))
            .isPresent();
  }

  private Optional<Address> wanted(String name, Reading reading) {
    return reading.query().wanted().stream()
        .filter(it -> it.kind().equals(name()))
        .map(Instance::address)
        .filter(it -> name.equals(reading.called().get(it)))
        .findFirst();
  }

  private static boolean isOf(Live live, Address address) {
    return live.stamp().filter(it -> it.address().equals(address)).isPresent();
  }

  private Live ours(Label label, Reading reading, Address address) {
    Stamp stamp = Stamp.remembered(reading.query().stack(), address, name(), Map.of());
    return live(label, Standing.OURS, Optional.of(stamp));
  }

  /** What the program calls so is its own by the name; what is only asked for is a stranger's. */
  private Live named(Label label, String name, Reading reading) {
    boolean wanted = wanted(name, reading).isPresent();
    return live(label, wanted ? Standing.OURS : Standing.FOREIGN, Optional.empty());
  }

  private Live live(Label label, Standing standing, Optional<Stamp> stamp) {
    return new Live(
        label.ref(name()),
        standing,
        stamp,
        new TreeMap<>(label.values()),
        new TreeMap<>(),
        label.outputs());
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return type.called(wanted, reading);
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) throws VSphereException {
    List<Finding> found = new ArrayList<>(Finds.needsVCenter(wanted, reading.site()));
    if (found.isEmpty()) {
      found.addAll(type.findings(wanted, reading, TagBook.of(reading)));
      taken(wanted, reading).ifPresent(found::add);
    }
    return found;
  }

  /** It is to get a name that another one has. */
  private Optional<Finding> taken(Instance wanted, Reading reading) throws VSphereException {
    TagBook book = TagBook.of(reading);
    String name = reading.called().getOrDefault(wanted.address(), "");
    Optional<Label> there = type.byName(book, name);
    for (Query.Claim claim : remembered(reading)) {
      if (there.isPresent()
          && claim.address().equals(wanted.address())
          && !claim.platformName().equals(there.get().id())
          && type.byId(book, claim.platformName()).isPresent()) {
        return Optional.of(
            new Finding(
                Codes.NAME_TAKEN,
                wanted.address(),
                Optional.of(GivenName.path()),
                "There is another " + name() + " `" + name + "`.",
                List.of()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return new LabelPlan(change, view).planned();
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return new LabelCalls(type).all();
  }
}

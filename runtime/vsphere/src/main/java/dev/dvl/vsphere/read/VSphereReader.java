package dev.dvl.vsphere.read;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Event;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.LastChange;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Writer;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Noted;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.permit.Permits;
import dev.dvl.vsphere.session.About;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.stamp.Marks;
import dev.dvl.vsphere.tag.TagFindings;
import dev.dvl.vsphere.tag.Tagged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads one server. */
public final class VSphereReader implements Reader {
  private final Site site;
  private final List<VSphereKind> kinds;
  private final Supplier<Writer> writer;

  /**
   * @param writer made only when somebody asks for it
   */
  public VSphereReader(Site site, List<VSphereKind> kinds, Supplier<Writer> writer) {
    this.site = site;
    this.kinds = List.copyOf(kinds);
    this.writer = writer;
  }

  @Override
  public Facts facts() {
    About about = site.session().about();
    return new Facts(
        about.version(),
        about.instance(),
        Map.of(
            "version", Value.text(about.name() + " " + about.version() + " build-" + about.build()),
            "api_version", Value.text(about.spoken()),
            "is_vcenter", Value.of(about.vcenter())));
  }

  @Override
  public Inventory read(Query query, Cancel cancel) throws HostProblem {
    try {
      return read(query);
    } catch (VSphereException failed) {
      throw Problems.ofHost(site.spec(), failed);
    } catch (NameProblem wrong) {
      throw new HostProblem(wrong.code(), sentence(wrong), wrong);
    }
  }

  private Inventory read(Query query) throws VSphereException, NameProblem {
    Catalog catalog = new Sight(site, kinds, query).catalog();
    InventoryNames names = new InventoryNames(catalog, site.spec());
    names.topFolder();
    Marks marks = new Marks(markKey());
    Reading reading =
        calling(new Reading(site, query, catalog, names, marks, Map.of(), new Noted()));
    List<Live> objects = new ArrayList<>();
    for (VSphereKind kind : kinds) {
      if (query.scope() != Query.Scope.CLAIMED || !reading.claimed(kind.name()).isEmpty()) {
        objects.addAll(kind.live(reading));
      }
    }
    List<Finding> findings = new ArrayList<>(warnings());
    Map<Address, Map<String, Value>> resolved = new HashMap<>();
    for (Instance wanted : query.wanted()) {
      VSphereKind kind = kind(wanted.kind());
      findings.addAll(kind.findings(wanted, reading));
      findings.addAll(TagFindings.of(wanted, kind, reading));
      Map<String, Value> told = kind.resolved(wanted, reading);
      if (!told.isEmpty()) {
        resolved.put(wanted.address(), told);
      }
    }
    List<Live> tagged = new Tagged(kinds).shown(reading, objects);
    return new Inventory(tagged, resolved, findings, reading.called());
  }

  private Reading calling(Reading reading) {
    Map<Address, String> called = new HashMap<>();
    for (Instance wanted : reading.query().wanted()) {
      called(wanted, reading).ifPresent(it -> called.put(wanted.address(), it));
    }
    return reading.calling(called);
  }

  /** Where what it is in does not exist, neither does it; the findings say so. */
  private Optional<String> called(Instance wanted, Reading reading) {
    try {
      return kind(wanted.kind()).called(wanted, reading);
    } catch (NameProblem toldByFindings) {
      return Optional.empty();
    }
  }

  private List<Finding> warnings() {
    return site.session().warnings().stream()
        .map(
            text ->
                new Finding(
                    Codes.INSECURE, site.spec().address(), Optional.empty(), text, List.of()))
        .toList();
  }

  private Optional<Integer> markKey() throws VSphereException {
    return site.session().about().vcenter()
        ? site.session().objects().fieldKey(dev.dvl.vsphere.stamp.Mark.FIELD)
        : Optional.empty();
  }

  private VSphereKind kind(String name) {
    return kinds.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of vSphere: " + name));
  }

  private static String sentence(NameProblem wrong) {
    List<String> sentences = new ArrayList<>(List.of(String.valueOf(wrong.getMessage())));
    sentences.addAll(wrong.notes());
    return String.join(" ", sentences);
  }

  @Override
  public AutoCloseable watch(Set<Ref> refs, Consumer<Event> sink) throws HostProblem {
    throw new HostProblem(Codes.CALL, "A vSphere server cannot be watched yet.");
  }

  @Override
  public Map<Ref, LastChange> lastChanges(Collection<Ref> objects, Optional<Instant> since) {
    return new Changes(site.session(), kinds).last(objects, since);
  }

  @Override
  public List<Finding> foreseen(List<Op> ops, Map<Address, Ref> objects) {
    return new Permits(site, kinds).lacking(ops, objects);
  }

  @Override
  public Writer writer() {
    return writer.get();
  }

  @Override
  public void close() {
    site.session().close();
  }
}

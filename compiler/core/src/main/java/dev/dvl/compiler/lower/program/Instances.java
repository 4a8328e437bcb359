package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.BodyIndex;
import dev.dvl.compiler.lower.unfold.Frame;
import dev.dvl.compiler.lower.unfold.Placing;
import dev.dvl.compiler.lower.unfold.ResourceSettings;
import dev.dvl.compiler.lower.unfold.UnfoldedModule;
import dev.dvl.compiler.lower.unfold.UnfoldedResource;
import dev.dvl.compiler.lower.unfold.Unfolding;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the instances and hosts of the program from what has been unfolded. */
public final class Instances {
  private final UnfoldedModule module;
  private final Run run;
  private final ResourceSettings settings;
  private final AfterEdges waiting;
  private final List<HostInstance> blocks;

  /** Those whose blocks read resources. */
  private final Map<Address, HostInstance> reading;

  public Instances(UnfoldedModule module) {
    this.module = module;
    this.run = module.run();
    this.settings = module.settings();
    this.waiting = new AfterEdges(module.unfolded());
    this.blocks = blocks();
    this.reading =
        blocks.stream()
            .filter(host -> !host.sources().isEmpty())
            .collect(Collectors.toMap(HostInstance::address, Function.identity()));
  }

  /** The hosts with a block of their own. */
  private List<HostInstance> blocks() {
    List<HostInstance> hosts = new ArrayList<>();
    for (Symbol.Host host : run.names().hosts()) {
      for (UnfoldedResource slot : module.unfolding().slots(host)) {
        SortedMap<String, Value> values = values(slot, Optional.empty());
        hosts.add(new HostInstance(slot.address(), slot.kind().name(), values, slot.span()));
      }
    }
    return List.copyOf(hosts);
  }

  /** All hosts by address, with those that resources are to others. */
  public List<HostInstance> hosts(List<Instance> resources) {
    List<HostInstance> all = new ArrayList<>(blocks);
    for (Instance resource : resources) {
      module
          .unfolded()
          .slot(resource.address())
          .flatMap(new OfferedHosts(run, settings, module.placing())::host)
          .ifPresent(all::add);
    }
    all.sort(Comparator.comparing(HostInstance::address));
    return all;
  }

  /** By address. */
  public List<Instance> resources() {
    List<Instance> instances = new ArrayList<>();
    resources(run.names().contents(), module.unfolding(), instances);
    instances.sort(Comparator.comparing(Instance::address));
    return instances;
  }

  private void resources(Contents contents, Unfolding unfolding, List<Instance> into) {
    for (Symbol.Resource resource : contents.resources()) {
      for (UnfoldedResource slot : unfolding.slots(resource)) {
        if (run.budget().isExhausted()) {
          return;
        }
        instance(slot, resource).ifPresent(into::add);
      }
    }
    for (Symbol.Use use : contents.uses()) {
      for (Frame frame : unfolding.frames(use)) {
        if (run.budget().isExhausted()) {
          return;
        }
        component(frame, into);
      }
    }
  }

  /** The parameters too where nothing reads them: what is wrong with one is told all the same. */
  private void component(Frame frame, List<Instance> into) {
    for (Symbol.Param param : frame.contents().params()) {
      tell(() -> frame.value(param), frame);
    }
    if (frame.component().on().isPresent()) {
      tell(frame::place, frame);
    }
    frame.contents().outputs().forEach(output -> tell(() -> frame.value(output), frame));
    resources(frame.contents(), frame.unfolding(), into);
  }

  private void tell(LazyValue.Computation computation, Frame frame) {
    try {
      computation.compute();
    } catch (Failure e) {
      run.report().report(inside(e, frame));
    }
  }

  private Optional<Instance> instance(UnfoldedResource slot, Symbol.Resource resource) {
    Budget.Spender before =
        run.budget().enter(resource, "`" + resource.name() + "`", resource.span());
    try {
      Map<Path, dev.dvl.compiler.source.Span> origins = settings.index(slot).origins();
      Edges edges = new Edges(origins, slot.span());
      Placing.Place place = module.placing().of(slot, resource);
      edges.on(place.address(), place.span());
      behind(place.address(), edges);
      SortedMap<String, Value> values = values(slot, Optional.of(edges));
      Instance.Common common = common(slot, edges);
      if (!reading.isEmpty()) {
        edges.used().forEach(host -> behind(host, edges));
      }
      waiting.components(slot.within(), edges);
      return Optional.of(
          new Instance(
              slot.address(),
              slot.kind().name(),
              place.address(),
              values,
              edges.sorted(),
              common,
              slot.span(),
              origins));
    } catch (Failure e) {
      run.report().report(about(e, slot));
      return Optional.empty();
    } finally {
      run.budget().leave(before);
    }
  }

  /** Where the block of a host reads resources, what stands on it or reads it comes after these. */
  private void behind(Address used, Edges edges) {
    HostInstance host = reading.get(used);
    if (host != null) {
      host.sources().forEach(source -> edges.behind(source, host.origin()));
    }
  }

  private SortedMap<String, Value> values(UnfoldedResource slot, Optional<Edges> edges) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (String name : settings.written(slot)) {
      boolean common = BodyIndex.COMMON.contains(name) && slot.kind().attribute(name).isEmpty();
      if (!common) {
        put(slot, name, values, edges);
      }
    }
    for (String name : settings.filled(slot.kind())) {
      if (!values.containsKey(name)) {
        put(slot, name, values, edges);
      }
    }
    return values;
  }

  /** What is wrong with one attribute says nothing about the others. */
  private void put(
      UnfoldedResource slot, String name, SortedMap<String, Value> values, Optional<Edges> edges) {
    try {
      Value value = settings.value(slot, name);
      if (!value.isNull()) {
        values.put(name, value);
        edges.ifPresent(it -> it.uses(Path.of(name), value, by(slot, name)));
      }
    } catch (Failure e) {
      run.report().report(about(e, slot));
    }
  }

  private static Optional<String> by(UnfoldedResource slot, String name) {
    return slot.kind().attribute(name).flatMap(Attribute::by);
  }

  static Failure about(Failure failure, UnfoldedResource slot) {
    Optional<Frame> frame = slot.within();
    Failure about = frame.map(it -> inside(failure, it)).orElse(failure);
    return slot.isKeyed() || frame.isPresent()
        ? about.note("This is about `" + slot.address() + "`.")
        : about;
  }

  private static Failure inside(Failure failure, Frame frame) {
    return failure.label(frame.use().span(), "in this use of `" + frame.component().name() + "`");
  }

  private Instance.Common common(UnfoldedResource slot, Edges edges) throws Failure {
    BodyIndex index = settings.index(slot);
    if (!index.hasCommon()) {
      return Instance.Common.NONE;
    }
    if (index.attribute("after").isPresent() && slot.kind().attribute("after").isEmpty()) {
      waiting.add(settings.value(slot, "after"), settings.span(slot, "after"), edges);
    }
    boolean protect = settings.value(slot, "protect").equals(Value.of(true));
    List<Value> replaceWhen =
        settings.value(slot, "replace_when") instanceof Value.ListOf(var elements)
            ? elements
            : List.of();
    replaceWhen.forEach(value -> edges.uses(Path.of("replace_when"), value, Optional.empty()));
    return new Instance.Common(
        protect,
        UpdateBlock.read(fields(settings.value(slot, "update"))),
        fields(settings.value(slot, "timeouts")),
        replaceWhen);
  }

  private static Map<String, Value> fields(Value value) {
    return switch (value) {
      case Value.ObjectOf(var fields) -> fields;
      case Value.MapOf(var entries) -> entries;
      case Value ignored -> Map.of();
    };
  }
}

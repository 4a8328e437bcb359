package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.local.PlannedContext;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.Ownership;
import dev.dvl.engine.plan.identity.Unwanted;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.provider.HostView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A plan in the making: each step reads what those before it wrote. */
final class Draft {
  final Program program;
  final Kinds kinds;
  final PlanInputs inputs;
  final Connections connections;
  final Fingerprints fingerprints;
  final Diagnostics diagnostics = new Diagnostics();
  final List<String> notes = new ArrayList<>();

  /** Every resource of the program, also when nothing of it is wanted. */
  final Map<Address, Instance> instances;

  final Ownership identified;

  private final Map<Address, Set<String>> awaited;

  /** What is wanted of the program; set by {@link Select}. */
  final Map<Address, Instance> selected;

  /** How each host shows itself; set by {@link ReadHosts}. */
  final SortedMap<Address, HostView> views;

  /** The object of each resource; set by {@link Match}. */
  final Map<Address, Live> own;

  /** How resources come by objects that were not made for them; set by {@link Match}. */
  final Map<Address, Takeover> taken;

  /** Those whose object still carries the record of another address; set by {@link Match}. */
  final Map<Address, Address> born;

  /** Objects that nobody wants any more, in the order of hosts; set by {@link Match}. */
  final List<Unwanted> unwanted;

  /** What seems to have got a new address without a line that says so; set by {@link Renamed}. */
  final Map<Address, Address> renamed = new HashMap<>();

  /** What each resource comes to; set by {@link Decide}. */
  final Map<Address, Fate> fates = new HashMap<>();

  /** What planned changes cost; set by {@link Decide}. */
  final Map<Address, Impact> impacts = new HashMap<>();

  /** Those whose change lets go of other resources or takes up new ones; set by {@link Decide}. */
  final Set<Address> joining = new HashSet<>();

  /** What is planned for each resource; set by {@link Decide}. */
  final Map<Address, Action> actions = new HashMap<>();

  final List<Draft.Decided> decided = new ArrayList<>();
  final List<OpGroup> groups = new ArrayList<>();
  List<Op> ops = List.of();

  /** What is left to be held to by the apply; set by {@link Conditions}. */
  final List<Plan.PlannedCheck> checks = new ArrayList<>();

  SortedMap<String, String> secrets = new TreeMap<>();

  /** Paths that the program read and that are copied, with SHA-256. */
  final Map<String, String> files;

  final List<PlannedContext> contexts = new ArrayList<>();
  int unchanged;

  Draft(Ownership identified) {
    Matched matched = identified.matched();
    this.identified = identified;
    this.program = matched.request().program();
    this.kinds = matched.request().kinds();
    this.inputs = matched.request().inputs();
    this.connections = matched.request().connections();
    this.fingerprints = matched.request().fingerprints();
    this.instances = matched.selected().instances();
    this.selected = matched.selected().picked();
    this.views = matched.seen().views();
    this.own = matched.own();
    this.taken = matched.taken();
    this.born = matched.born();
    this.unwanted = new ArrayList<>(matched.unwanted());
    this.files = new HashMap<>(program.files());
    this.awaited = awaited(program);
    notes.addAll(matched.notes());
    notes.addAll(identified.notes());
  }

  /** The states of a resource that others come after. */
  Set<String> awaited(Address address) {
    return awaited.getOrDefault(address, Set.of());
  }

  private static Map<Address, Set<String>> awaited(Program program) {
    Map<Address, Set<String>> found = new HashMap<>();
    for (Instance instance : program.instances()) {
      for (Instance.Edge edge : instance.edges()) {
        if (edge instanceof Instance.Edge.After(Address to, var state, var ignored)) {
          state.ifPresent(it -> found.computeIfAbsent(to, none -> new HashSet<>()).add(it));
        }
      }
    }
    return found;
  }

  boolean wants(Address address) {
    return !inputs.options().destroy() && instances.containsKey(address);
  }

  Optional<Span> origin(Address address) {
    return Optional.ofNullable(instances.get(address)).map(Instance::origin);
  }

  Optional<String> platformName(Instance instance) {
    return identified.matched().seen().platformName(instance);
  }

  HostInstance host(Address resource) {
    return identified.matched().selected().hosts().get(resource);
  }

  /** A change with the id that its ops share. */
  record Decided(String id, Change change) {}

  /** What becomes of a resource, for those that refer to it. */
  enum Fate {
    /** Its object stays as it is. */
    STAYS,
    /** Its object stays, with changes. */
    CHANGES,
    /** It gets a new object. */
    MADE,
    UNDECIDED
  }
}

package dev.dvl.docker;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.engine.provider.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stack of its own on the test engine: plans changes, runs their ops in order, reads back. */
public final class Bench implements AutoCloseable {
  public static final Address HOST = Address.of("local");
  private static final Random RANDOM = new Random();

  public final Stack stack = new Stack("%016x".formatted(RANDOM.nextLong()), "");
  public final String prefix = "t%08x".formatted(RANDOM.nextInt());
  public final Reader reader;
  public final List<String> said = new ArrayList<>();
  private final DockerProvider provider;
  private final Map<Address, String> ids = new HashMap<>();
  private int count;

  public Bench(DockerProvider provider, HostSpec spec) throws HostProblem {
    this(provider, it -> it.connect(spec, Secrets.NONE, Cancel.NEVER));
  }

  public Bench(DockerProvider provider, Connecting connecting) throws HostProblem {
    this.provider = provider;
    this.reader = connecting.with(provider);
  }

  /** How the bench gets its engine. */
  @FunctionalInterface
  public interface Connecting {
    Reader with(DockerProvider provider) throws HostProblem;
  }

  public static Bench open() throws HostProblem {
    return new Bench(new DockerProvider(), spec(Map.of("endpoint", Value.text(Peers.docker()))));
  }

  public static HostSpec spec(Map<String, Value> values) {
    java.nio.file.Path here = java.nio.file.Path.of(".").toAbsolutePath();
    return new HostSpec(HOST, "docker", new TreeMap<>(values), Map.of(), here, here);
  }

  public static KindSchema kind(String name, SortedMap<String, Value> values) {
    Set<String> names = new TreeSet<>(values.keySet());
    names.addAll(List.of("memory", "memory_swap", "restart", "restart_attempts"));
    return new KindSchema(
        name,
        "",
        KindSchema.Identity.BORN,
        false,
        false,
        Optional.of("docker_engine"),
        false,
        names.stream().map(Bench::attribute).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Attribute attribute(String name) {
    List<String> companions =
        switch (name) {
          case "memory" -> List.of("memory_swap");
          case "memory_swap" -> List.of("memory");
          case "restart" -> List.of("restart_attempts");
          case "restart_attempts" -> List.of("restart");
          default -> List.of();
        };
    return new Attribute(
        name,
        "",
        Type.of(ScalarKind.STRING),
        false,
        new Attribute.Default.Unmanaged(),
        Optional.empty(),
        new Term.Literal(Value.text("replace")),
        companions,
        Attribute.Merge.WHOLE,
        Attribute.Readback.VALUE,
        false,
        Optional.empty(),
        Optional.empty(),
        Attribute.Elements.NONE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What a resource is wanted to be, with a fresh op. */
  public Desired desired(String kind, String name, Map<String, Value> values) {
    return desired(kind, name, values, Instance.Common.NONE);
  }

  public Desired desired(
      String kind, String name, Map<String, Value> values, Instance.Common common) {
    SortedMap<String, Value> all = new TreeMap<>(values);
    all.putIfAbsent("name", Value.text(prefix + "-" + name));
    Instance instance =
        new Instance(
            Address.of(name), kind, HOST, all, List.of(), common, new Span(0, 0), Map.of());
    String op = "%08x%02x".formatted(RANDOM.nextInt(), count++);
    return new Desired(
        instance, all, new Stamp(stack, instance.address(), kind, op, all.keySet(), Map.of()));
  }

  public Change change(Action action, Optional<Live> before, Optional<Desired> after) {
    String kind =
        after
            .map(it -> it.instance().kind())
            .or(() -> before.map(it -> it.ref().kind()))
            .orElseThrow();
    SortedMap<String, Value> values = after.map(Desired::values).orElseGet(TreeMap::new);
    List<FieldChange> fields = new ArrayList<>();
    if (before.isPresent()) {
      values.forEach(
          (name, value) -> {
            if (!value.equals(before.get().value(name))) {
              fields.add(
                  new FieldChange(
                      Path.of(name), before.get().value(name), value, false, Impact.LIVE));
            }
          });
    }
    Address address =
        after
            .map(it -> it.instance().address())
            .or(() -> before.flatMap(Live::stamp).map(Stamp::address))
            .orElseThrow();
    return new Change(
        address, kind(kind, values), action, HOST, before, after, fields, Impact.LIVE, List.of());
  }

  public Planned plan(Change change) throws HostProblem {
    List<Instance> wanted = change.after().map(Desired::instance).map(List::of).orElse(List.of());
    return provider.plan(change, new HostView.Readable(reader.facts(), read(wanted)));
  }

  /** Plans and runs; the first problem is thrown after the undo ops have run. */
  public void apply(Change change) throws HostProblem, OpProblem {
    Planned planned = plan(change);
    run(planned.ops().stream().filter(op -> !planned.spare().contains(op.id())).toList());
  }

  public Live create(String kind, String name, Object... values) throws HostProblem, OpProblem {
    Desired desired = desired(kind, name, V.fields(values));
    apply(change(Action.CREATE, Optional.empty(), Optional.of(desired)));
    return live(name);
  }

  public void run(List<Op> ops) throws OpProblem {
    Writer writer = reader.writer();
    Map<String, Op.On> ended = new HashMap<>();
    Set<String> begun = new TreeSet<>();
    Optional<OpProblem> first = Optional.empty();
    for (Op op : ops) {
      boolean ready =
          op.needs().stream()
              .allMatch(
                  need ->
                      switch (need.on()) {
                        case OVER -> true;
                        case BEGUN -> begun.contains(need.op());
                        case DONE, FAILED -> ended.get(need.op()) == need.on();
                      });
      if (!ready) {
        ended.put(op.id(), Op.On.FAILED);
        continue;
      }
      begun.add(op.id());
      try {
        Done done = writer.execute(op, filled(op.args()), new Running(op.id()));
        done.ref().ifPresent(ref -> ids.put(op.change(), ref.id()));
        ended.put(op.id(), Op.On.DONE);
      } catch (OpProblem problem) {
        ended.put(op.id(), Op.On.FAILED);
        first = first.or(() -> Optional.of(problem));
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
  }

  public Inventory read() throws HostProblem {
    return read(List.of());
  }

  public Inventory read(List<Instance> wanted) throws HostProblem {
    return reader.read(new Query(stack, List.of(), wanted, Query.Scope.OURS), Cancel.NEVER);
  }

  /** A value of a wanted resource that only the outside world tells. */
  public Value resolved(Desired wanted, String name) throws HostProblem {
    return read(List.of(wanted.instance()))
        .resolved()
        .getOrDefault(wanted.instance().address(), Map.of())
        .getOrDefault(name, Value.Null.NULL);
  }

  public Live live(String name) throws HostProblem {
    return find(name).orElseThrow(() -> new AssertionError("there is no " + name));
  }

  public Optional<Live> find(String name) throws HostProblem {
    return read().objects().stream()
        .filter(it -> it.stamp().filter(s -> s.address().equals(Address.of(name))).isPresent())
        .findFirst();
  }

  /** Removes all that carries the stack's stamp. */
  @Override
  public void close() throws HostProblem, OpProblem {
    for (String kind : List.of("container", "network", "volume", "image")) {
      for (Live live : read().objects()) {
        if (live.ref().kind().equals(kind) && live.stamp().isPresent()) {
          apply(change(Action.DESTROY, Optional.of(live), Optional.empty()));
        }
      }
    }
    reader.close();
  }

  public SortedMap<String, Value> filled(SortedMap<String, Value> args) {
    SortedMap<String, Value> filled = new TreeMap<>();
    args.forEach((name, value) -> filled.put(name, filled(value)));
    return filled;
  }

  private Value filled(Value value) {
    return value.map(
        leaf ->
            leaf instanceof Value.Ref(Address address, String ignored)
                ? Value.text(ids.getOrDefault(address, "not made: " + address))
                : leaf);
  }

  private final class Running implements Run {
    private final String op;

    Running(String op) {
      this.op = op;
    }

    @Override
    public String opId() {
      return op;
    }

    @Override
    public void resume(String token) {}

    @Override
    public void progress(String text, OptionalDouble fraction) {
      said.add(text);
    }

    @Override
    public void warn(Code code, String sentence) {
      said.add(code.id() + ": " + sentence);
    }

    @Override
    public Cancel cancel() {
      return Cancel.NEVER;
    }
  }
}

package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Instance.Update.OnFailure;
import dev.dvl.compiler.ir.Instance.Update.Order;
import dev.dvl.compiler.ir.Rollout;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans without any engine: each change gives the calls in its golden, and nothing else. */
class PlanGoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/plans");
  private static final Stack STACK = new Stack("00000000000000aa", "");
  private static final Value NET = new Value.Ref(Address.of("net"), "network");
  private static final Value DATA = new Value.Ref(Address.of("data"), "volume");

  static Stream<Arguments> changes() {
    SortedMap<String, Value> plain = values("name", "web", "image", "shop/web:1");
    SortedMap<String, Value> full =
        values(
            "name", "web",
            "image", "shop/web:2",
            "networks", V.set(NET, V.object("network", "other", "aliases", V.set("front"))),
            "files",
                V.set(
                    V.object("path", "/etc/web.conf", "text", "x", "mode", "0644", "owner", "0:0")),
            "wait", V.object("until", "healthy", "timeout", V.seconds(20)));
    Live old = live("container", "c0ffee", "web", plain, Map.of());
    return Stream.of(
        Arguments.of("create", change(Action.CREATE, null, desired("container", full))),
        Arguments.of(
            "create-stopped",
            change(
                Action.CREATE,
                null,
                desired(
                    "container", values("name", "web", "image", "shop/web:1", "running", false)))),
        Arguments.of(
            "create-awaited",
            change(
                Action.CREATE,
                null,
                awaited(values("name", "web", "image", "shop/web:1"), "healthy", "started"))),
        Arguments.of(
            "start-awaited",
            change(
                Action.UPDATE,
                old,
                awaited(
                    values(
                        "name",
                        "web",
                        "image",
                        "shop/web:1",
                        "wait",
                        V.object("until", "completed", "timeout", V.seconds(20))),
                    "healthy"),
                field("running"))),
        Arguments.of("replace", change(Action.REPLACE, old, desired("container", full))),
        Arguments.of(
            "replace-with-anonymous-volumes",
            change(
                Action.REPLACE,
                live(
                    "container",
                    "c0ffee",
                    "web",
                    plain,
                    Map.of("anonymous_volumes", V.set("/cache", "/data", "/gone"))),
                desired(
                    "container",
                    values(
                        "name",
                        "web",
                        "image",
                        "shop/web:2",
                        "image_volumes",
                        V.set("/cache", "/data"),
                        "fresh",
                        V.set("/cache"))))),
        Arguments.of(
            "replace-networks",
            change(
                Action.REPLACE,
                live(
                    "container",
                    "c0ffee",
                    "web",
                    values("networks", V.set("shop-net", "shop-old")),
                    Map.of()),
                desired(
                    "container",
                    values("name", "web", "image", "shop/web:2", "networks", V.set(NET))),
                field("networks"),
                field("image"))),
        Arguments.of(
            "replace-start-first",
            change(Action.REPLACE_START_FIRST, old, desired("container", full, Order.START_FIRST))),
        Arguments.of(
            "replace-whole",
            change(Action.REPLACE, old, whole(full, Order.STOP_FIRST, Duration.ZERO))),
        Arguments.of(
            "replace-start-first-whole",
            change(
                Action.REPLACE_START_FIRST,
                live(
                    "container",
                    "c0ffee",
                    "web",
                    values(
                        "networks",
                        V.set(V.object("network", "shop-net", "aliases", V.set("front")), "alone")),
                    Map.of()),
                whole(
                    values(
                        "name",
                        "web",
                        "image",
                        "shop/web:2",
                        "networks",
                        V.set(V.object("network", NET, "aliases", V.set("front")))),
                    Order.START_FIRST,
                    Duration.ofSeconds(10)))),
        Arguments.of(
            "replace-with-volume",
            change(
                Action.REPLACE,
                live(
                    "container",
                    "c0ffee",
                    "web",
                    values(
                        "mounts",
                        V.set(V.object("source", "shop-data", "target", "/d", "type", "volume"))),
                    Map.of()),
                desired(
                    "container",
                    values(
                        "name", "web",
                        "image", "shop/web:1",
                        "mounts",
                            V.set(V.object("source", DATA, "target", "/d", "type", "volume")))),
                new FieldChange(
                    dev.dvl.compiler.value.Path.of("mounts").entry("/d").field("source"),
                    Value.text("shop-data"),
                    DATA,
                    false,
                    Impact.REPLACE))),
        Arguments.of(
            "update",
            change(
                Action.UPDATE,
                old,
                desired(
                    "container",
                    values(
                        "name",
                        "www",
                        "image",
                        "shop/web:1",
                        "memory",
                        V.mib(64),
                        "networks",
                        V.set(NET))),
                field("name"),
                field("memory"),
                new FieldChange(
                    dev.dvl.compiler.value.Path.of("networks").entry("net"),
                    Value.Null.NULL,
                    NET,
                    false,
                    Impact.LIVE))),
        Arguments.of("destroy", change(Action.DESTROY, old, null)),
        Arguments.of(
            "network-replace",
            change(
                Action.REPLACE,
                live("network", "beef", "net", values(), Map.of()),
                desired("network", values("name", "net", "internal", true)))),
        Arguments.of(
            "volume-create",
            change(Action.CREATE, null, desired("volume", values("name", "data")))),
        Arguments.of(
            "image-rebuild",
            change(
                Action.REPLACE,
                live("image", "sha256:01", "shop/web:1", values(), Map.of()),
                desired(
                    "image", values("name", "shop/web:1", "build", V.object("context", "web"))))),
        Arguments.of(
            "image-pull",
            change(
                Action.CREATE,
                null,
                desired("image", values("name", "nginx:1", "pull", "missing")))),
        Arguments.of(
            "image-not-there",
            change(Action.CREATE, null, desired("image", values("name", "nginx:1")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void plans(String name, Change change) throws Exception {
    Planned planned = new DockerProvider().plan(change, view());
    assertThat(new DockerProvider().plan(change, view())).isEqualTo(planned);
    String text = text(planned);
    Path golden = GOLDENS.resolve(name + ".txt");
    if (!Files.exists(golden) || Boolean.getBoolean("goldens.write")) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, text);
      assertThat(Boolean.getBoolean("goldens.write")).as("wrote " + golden).isTrue();
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** What every graph must hold: needs name ops that stand before, and one op commits at most. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isAGraphInOrder(String name, Change change) {
    List<String> before = new ArrayList<>();
    List<Op> ops = new DockerProvider().plan(change, view()).ops();
    for (Op op : ops) {
      assertThat(before).as(name).containsAll(op.needs().stream().map(Op.Need::op).toList());
      assertThat(before).doesNotContain(op.id());
      before.add(op.id());
    }
    assertThat(ops.stream().filter(Op::commits).count()).isLessThanOrEqualTo(1);
  }

  private static HostView view() {
    return new HostView.Readable(
        Facts.NONE,
        new Inventory(
            List.of(
                live("image", "sha256:01", "shop/web:1", values(), Map.of()),
                stamped("volume", "shop-data", "data"),
                stamped("network", "shop-net", "net")),
            Map.of(),
            List.of()));
  }

  private static String text(Planned planned) {
    StringBuilder out = new StringBuilder();
    for (Op op : planned.ops()) {
      out.append(op.id()).append(' ').append(op.role().word()).append(": ").append(op.call());
      out.append(op.commits() ? " commits" : "").append(op.idempotent() ? " repeatable" : "");
      out.append(planned.spare().contains(op.id()) ? " spare" : "");
      op.reaches().ifPresent(state -> out.append(" reaches ").append(state));
      out.append(" within ").append(op.limit()).append('\n');
      op.needs()
          .forEach(
              it ->
                  out.append("  needs ").append(it.op()).append(' ').append(it.on()).append('\n'));
      op.locks().forEach(it -> out.append("  locks ").append(it).append('\n'));
      op.releases().forEach(it -> out.append("  releases ").append(it).append('\n'));
      op.args()
          .forEach(
              (name, value) ->
                  out.append("  ").append(name).append(" = ").append(text(value)).append('\n'));
    }
    planned
        .findings()
        .forEach(
            it ->
                out.append("finds ")
                    .append(it.code().id())
                    .append(' ')
                    .append(it.text())
                    .append('\n'));
    return out.toString();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> '"' + text.replace("\n", "\\n") + '"';
      case Value.Int(long number) -> Long.toString(number);
      case Value.Bool(boolean flag) -> Boolean.toString(flag);
      case Value.Quantity(var ignored, long amount) -> Long.toString(amount);
      case Value.Ref(var address, String ignored) -> "@" + address;
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> map(entries);
      case Value.ObjectOf(var fields) -> map(fields);
      case Value.Null ignored -> "null";
      case Value.Decimal(var decimal) -> decimal.toPlainString();
      case Value.Deferred ignored -> "later";
    };
  }

  private static String list(List<Value> elements) {
    return elements.stream().map(PlanGoldenTest::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String map(SortedMap<String, Value> entries) {
    return entries.entrySet().stream()
        .map(it -> it.getKey() + ": " + text(it.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static SortedMap<String, Value> values(Object... pairs) {
    return new TreeMap<>(V.fields(pairs));
  }

  private static FieldChange field(String name) {
    return new FieldChange(
        dev.dvl.compiler.value.Path.of(name), Value.Null.NULL, Value.Null.NULL, false, Impact.LIVE);
  }

  private static Live live(
      String kind,
      String id,
      String name,
      SortedMap<String, Value> values,
      Map<String, Value> outputs) {
    return live(kind, id, name, name, values, outputs);
  }

  private static Live stamped(String kind, String name, String address) {
    return live(kind, name, name, address, values(), Map.of());
  }

  private static Live live(
      String kind,
      String id,
      String name,
      String address,
      SortedMap<String, Value> values,
      Map<String, Value> outputs) {
    Stamp stamp =
        new Stamp(
            STACK,
            Address.parse(address).orElse(Address.of("x")),
            kind,
            "old0op",
            Set.of(),
            Map.of());
    return new Live(
        new Ref(kind, id, name),
        Live.Standing.OURS,
        Optional.of(stamp),
        values,
        new TreeMap<>(),
        new TreeMap<>(outputs));
  }

  private static Desired awaited(SortedMap<String, Value> values, String... states) {
    Desired desired = desired("container", values);
    return new Desired(desired.instance(), desired.values(), desired.birth(), Set.of(states));
  }

  private static Desired desired(String kind, SortedMap<String, Value> values) {
    return desired(kind, values, Order.STOP_FIRST);
  }

  private static Desired desired(String kind, SortedMap<String, Value> values, Order order) {
    return desired(kind, values, new Instance.Update(order, "started", OnFailure.ROLLBACK));
  }

  /** One that goes back with all of its set, and is given time. */
  private static Desired whole(SortedMap<String, Value> values, Order order, Duration drain) {
    return desired(
        "container",
        values,
        new Instance.Update(order, "started", OnFailure.ROLLBACK_ALL, drain, Rollout.NONE));
  }

  private static Desired desired(
      String kind, SortedMap<String, Value> values, Instance.Update update) {
    Instance.Common common = new Instance.Common(false, update, Map.of(), List.of());
    Instance instance =
        new Instance(
            Address.of("it"),
            kind,
            Bench.HOST,
            values,
            List.of(),
            common,
            new Span(0, 0),
            Map.of());
    Stamp birth = new Stamp(STACK, instance.address(), kind, "new1op", values.keySet(), Map.of());
    return new Desired(instance, values, birth);
  }

  private static Change change(
      Action action,
      @org.jspecify.annotations.Nullable Live before,
      @org.jspecify.annotations.Nullable Desired after,
      FieldChange... fields) {
    String kind =
        after != null ? after.instance().kind() : before != null ? before.ref().kind() : "";
    return new Change(
        Address.of("it"),
        Bench.kind(kind, after == null ? new TreeMap<>() : after.values()),
        action,
        Bench.HOST,
        Optional.ofNullable(before),
        Optional.ofNullable(after),
        List.of(fields),
        Impact.REPLACE,
        List.of());
  }
}

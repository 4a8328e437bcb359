package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import dev.dvl.stdlib.StandardKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The calls that carry out changes, without a server. */
class PlanTest {
  private static final Address IT = Address.of("it");
  private static final Address LAB = Address.of("lab");
  private static final Stack STACK = new Stack("00000000000000aa", "default");
  private static final Value TEAM = new Value.Ref(Address.of("team"), "folder");

  @Test
  void aMarkedObjectIsMadeUnderANameInTheMakingAndFinishedByAnother() {
    assertThat(calls(Action.CREATE, "folder", null, folder()))
        .isEqualTo(
            """
            create makes: folder.create locks [folder:shop]
              making = "shop.dvl-fa925d1dce22579d-new1op"
              want = {name: "shop", parent: {id: @team}}
            commit makes: folder.commit commits repeatable needs [create] locks [folder:shop]
              birth = …
              name = "shop"
              object = @it
            """);
  }

  @Test
  void aMarkedObjectIsRenamedAndMovedWithoutAReplacement() {
    assertThat(calls(Action.UPDATE, "folder", live("folder", "group-v7", "old", true), folder()))
        .isEqualTo(
            """
            update changes: folder.update commits repeatable locks [folder:old]
              name = "shop"
              object = "group-v7"
              want = {name: "shop", parent: {id: @team}}
              whole = true
            """);
  }

  @Test
  void anObjectThatWasTakenOverKeepsWhatIsNotSaid() {
    assertThat(calls(Action.UPDATE, "folder", live("folder", "group-v7", "old", false), folder()))
        .contains("whole = false");
  }

  @Test
  void aReplacementMakesTheNewOneFirst() {
    Live before = live("resource_pool", "resgroup-7", "wide", true);
    assertThat(calls(Action.REPLACE, "resource_pool", before, values("name", "wide")))
        .startsWith("create makes: resource_pool.create locks [resource_pool:wide]\n")
        .contains("remove removes: resource_pool.remove repeatable needs [create]")
        .contains("commit makes: resource_pool.commit commits repeatable needs [remove]")
        .contains("undo undoes: resource_pool.remove repeatable needs [create, remove]");
  }

  @Test
  void aNamedObjectIsPutAndCanBePutAgain() {
    assertThat(calls(Action.CREATE, "port_group", null, values("name", "lan", "esxi", "h1")))
        .isEqualTo(
            """
            put makes: port_group.put commits repeatable locks [hostnet:h1]
              birth = …
              want = {esxi: "h1", name: "lan"}
              whole = true
            """);
  }

  @Test
  void whatWasThereBeforeDoesNotBecomeOursByAChange() {
    Live before = live("port_group", "host-1/lan", "lan", false);
    assertThat(calls(Action.UPDATE, "port_group", before, values("name", "lan", "esxi", "h1")))
        .startsWith("put changes: port_group.put repeatable locks [hostnet:h1]\n")
        .contains("whole = false");
  }

  @Test
  void destroyingIsOneCall() {
    assertThat(
            calls(Action.DESTROY, "folder", live("folder", "group-v7", "teams/shop", true), null))
        .isEqualTo(
            """
            remove removes: folder.remove repeatable locks [folder:teams/shop]
              name = "teams/shop"
              object = "group-v7"
            """);
  }

  private static SortedMap<String, Value> folder() {
    SortedMap<String, Value> values = values("name", "shop");
    values.put("parent", TEAM);
    return values;
  }

  private static SortedMap<String, Value> values(String... pairs) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return values;
  }

  private static Live live(String kind, String id, String name, boolean ours) {
    Stamp stamp = new Stamp(STACK, IT, kind, "old0op", Set.of(), Map.of());
    return new Live(
        new Ref(kind, id, name),
        Live.Standing.OURS,
        ours ? Optional.of(stamp) : Optional.empty(),
        values("name", name),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static String calls(
      Action action,
      String kind,
      @org.jspecify.annotations.Nullable Live before,
      @org.jspecify.annotations.Nullable SortedMap<String, Value> after) {
    Change change =
        new Change(
            IT,
            StandardKinds.load().get(kind),
            action,
            LAB,
            Optional.ofNullable(before),
            Optional.ofNullable(after).map(values -> desired(kind, values)),
            List.of(),
            Impact.LIVE,
            List.of());
    HostView view =
        new HostView.Readable(Facts.NONE, new Inventory(List.of(), Map.of(), List.of()));
    return new VSphereProvider()
        .plan(change, view).ops().stream().map(PlanTest::text).collect(Collectors.joining());
  }

  private static Desired desired(String kind, SortedMap<String, Value> values) {
    Instance.Common common =
        new Instance.Common(
            false,
            new Instance.Update(
                Instance.Update.Order.STOP_FIRST, "none", Instance.Update.OnFailure.ROLLBACK),
            Map.of(),
            List.of());
    Instance instance =
        new Instance(IT, kind, LAB, values, List.of(), common, new Span(0, 0), Map.of());
    return new Desired(
        instance, values, new Stamp(STACK, IT, kind, "new1op", values.keySet(), Map.of()));
  }

  private static String text(Op op) {
    String needs =
        op.needs().isEmpty() ? "" : " needs " + op.needs().stream().map(Op.Need::op).toList();
    String args =
        op.args().entrySet().stream()
            .map(it -> "  " + it.getKey() + " = " + shown(it.getKey(), it.getValue()) + "\n")
            .collect(Collectors.joining());
    return op.id()
        + " "
        + op.role().word()
        + ": "
        + op.call()
        + (op.commits() ? " commits" : "")
        + (op.idempotent() ? " repeatable" : "")
        + needs
        + " locks "
        + op.locks()
        + "\n"
        + args;
  }

  private static String shown(String name, Value value) {
    return name.equals("birth") ? "…" : text(value);
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> '"' + text + '"';
      case Value.Ref(var address, String ignored) -> "@" + address;
      case Value.Bool(boolean flag) -> Boolean.toString(flag);
      case Value.ObjectOf(var fields) ->
          fields.entrySet().stream()
              .map(it -> it.getKey() + ": " + text(it.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value other -> other.toString();
    };
  }
}

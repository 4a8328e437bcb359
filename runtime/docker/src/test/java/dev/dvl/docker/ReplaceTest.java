package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Instance.Update.OnFailure;
import dev.dvl.compiler.ir.Instance.Update.Order;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.OpProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replacing a container, in both orders, and going back when the new one does not come up. */
@Tag("docker")
@Tag("engines")
class ReplaceTest {

  @Test
  void stopFirst() throws Exception {
    try (Bench bench = Bench.open()) {
      Live old = bench.create("container", "it", "image", "dvl-test/base:1");
      bench.apply(
          bench.change(
              Action.REPLACE,
              Optional.of(old),
              Optional.of(wanted(bench, "dvl-test/base:2", Order.STOP_FIRST))));
      assertReplaced(bench, old);
    }
  }

  @Test
  void startFirstWithAliases() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.create("network", "net");
      Value networks =
          V.set(
              V.object(
                  "network",
                  new Value.Ref(Address.of("net"), "network"),
                  "aliases",
                  V.set("front")));
      Live old = bench.create("container", "it", "image", "dvl-test/base:1", "networks", networks);
      Desired after =
          bench.desired(
              "container",
              "it",
              V.fields("image", "dvl-test/base:2", "networks", networks),
              common(Order.START_FIRST));
      bench.apply(bench.change(Action.REPLACE_START_FIRST, Optional.of(old), Optional.of(after)));
      assertReplaced(bench, old);
      assertThat(bench.live("it").value("networks"))
          .isEqualTo(V.set(V.object("network", bench.prefix + "-net", "aliases", V.set("front"))));
    }
  }

  @Test
  void goesBackWhenTheNewOneExits() throws Exception {
    for (Order order : Order.values()) {
      try (Bench bench = Bench.open()) {
        Live old = bench.create("container", "it", "image", "dvl-test/base:1");
        Action action = order == Order.STOP_FIRST ? Action.REPLACE : Action.REPLACE_START_FIRST;
        OpProblem problem =
            assertThrows(
                OpProblem.class,
                () ->
                    bench.apply(
                        bench.change(
                            action,
                            Optional.of(old),
                            Optional.of(wanted(bench, "dvl-test/exits:1", order)))));
        assertThat(problem.code()).isEqualTo(Codes.EXITED);
        List<Live> left =
            bench.read().objects().stream()
                .filter(it -> it.ref().kind().equals("container"))
                .toList();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().ref()).isEqualTo(old.ref());
        assertThat(left.getFirst().value("running")).isEqualTo(V.of(true));
      }
    }
  }

  @Test
  void goesBackIntoTheNetworksThatItHadLeft() throws Exception {
    for (String image : List.of("dvl-test/exits:1", "no.such/image:1")) {
      try (Bench bench = Bench.open()) {
        bench.create("network", "one");
        bench.create("network", "two");
        Value one =
            V.object(
                "network", new Value.Ref(Address.of("one"), "network"), "aliases", V.set("front"));
        Live old =
            bench.create("container", "it", "image", "dvl-test/base:1", "networks", V.set(one));
        Desired after =
            bench.desired(
                "container",
                "it",
                V.fields(
                    "image", image, "networks", V.set(new Value.Ref(Address.of("two"), "network"))),
                common(Order.STOP_FIRST));
        assertThrows(
            OpProblem.class,
            () -> bench.apply(bench.change(Action.REPLACE, Optional.of(old), Optional.of(after))));
        Live now = bench.live("it");
        assertThat(now.ref()).isEqualTo(old.ref());
        assertThat(now.value("running")).isEqualTo(V.of(true));
        assertThat(now.value("networks")).isEqualTo(old.value("networks"));
      }
    }
  }

  @Test
  void changesNetworksWhileItRuns() throws Exception {
    try (Bench bench = Bench.open()) {
      bench.create("network", "one");
      bench.create("network", "two");
      Live old =
          bench.create(
              "container",
              "it",
              "image",
              "dvl-test/base:1",
              "networks",
              V.set(new Value.Ref(Address.of("one"), "network")));
      Desired after =
          bench.desired(
              "container",
              "it",
              V.fields(
                  "image",
                  "dvl-test/base:1",
                  "networks",
                  V.set(new Value.Ref(Address.of("two"), "network"))));
      bench.apply(bench.change(Action.UPDATE, Optional.of(old), Optional.of(after)));
      Live now = bench.live("it");
      assertThat(now.ref().id()).isEqualTo(old.ref().id());
      assertThat(now.value("networks")).isEqualTo(V.set(bench.prefix + "-two"));
      assertThat(now.value("network_mode").isNull()).isTrue();
    }
  }

  private static void assertReplaced(Bench bench, Live old) throws Exception {
    List<Live> now =
        bench.read().objects().stream().filter(it -> it.ref().kind().equals("container")).toList();
    assertThat(now).hasSize(1);
    assertThat(now.getFirst().ref().name()).isEqualTo(old.ref().name());
    assertThat(now.getFirst().ref().id()).isNotEqualTo(old.ref().id());
    assertThat(now.getFirst().value("image")).isEqualTo(Value.text("dvl-test/base:2"));
    assertThat(now.getFirst().standing()).isEqualTo(Live.Standing.OURS);
  }

  private static Desired wanted(Bench bench, String image, Order order) {
    return bench.desired("container", "it", V.fields("image", image), common(order));
  }

  private static Instance.Common common(Order order) {
    return new Instance.Common(
        false, new Instance.Update(order, "started", OnFailure.ROLLBACK), Map.of(), List.of());
  }
}

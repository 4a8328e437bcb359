package dev.dvl.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The records that are made from the kinds, on the one that uses every form of a type. */
class ContainerSpecTest {
  private static final Value IMAGE = Value.text("postgres:17");
  private static final Value.Ref BACKEND = new Value.Ref(Address.of("backend"), "network");

  @Test
  void theKindsAreThere() {
    assertThat(StandardKinds.load().byName().keySet())
        .contains("container", "docker", "image", "network", "volume", "vm", "vsphere");
    assertThat(StandardKinds.load()).isSameAs(StandardKinds.load());
  }

  @Test
  void whatIsNotSetIsAbsent() {
    ContainerSpec spec = ContainerSpec.of(Map.of("image", IMAGE));
    assertThat(spec.image()).isEqualTo(new Link.Name("postgres:17"));
    assertThat(spec.memory()).isEmpty();
    assertThat(spec.health()).isEmpty();
  }

  @Test
  void quantitiesAreInBaseUnits() {
    ContainerSpec spec =
        ContainerSpec.of(
            Map.of(
                "image",
                IMAGE,
                "memory",
                new Value.Quantity(Dimension.SIZE, 1 << 20),
                "stop_grace",
                new Value.Quantity(Dimension.DURATION, 5_000_000_000L)));
    assertThat(spec.memory()).contains(1_048_576L);
    assertThat(spec.stopGrace()).contains(Duration.ofSeconds(5));
  }

  @Test
  void unionsAreToldApart() {
    Value mounts =
        new Value.SetOf(
            List.of(
                object("type", "volume", "target", "/data"),
                object("type", "tmpfs", "target", "/tmp", "mode", "0700")));
    ContainerSpec spec =
        ContainerSpec.of(
            Map.of(
                "image",
                new Value.Ref(Address.of("web"), "image"),
                "mounts",
                mounts,
                "restart",
                Value.text("on-failure"),
                "memory_swap",
                Value.text("unlimited")));
    assertThat(spec.image())
        .isEqualTo(new Link.Resource(new Value.Ref(Address.of("web"), "image")));
    assertThat(spec.mounts().orElseThrow())
        .containsExactlyInAnyOrder(
            new VolumeMount(Optional.empty(), "/data", false, false),
            new TmpfsMount("/tmp", Optional.empty(), "0700"));
    assertThat(spec.restart()).contains(ContainerRestart.ON_FAILURE);
    assertThat(spec.memorySwap()).contains(new ContainerMemorySwap.Text("unlimited"));
  }

  @Test
  void aBareNetworkIsAMembership() {
    ContainerSpec spec =
        ContainerSpec.of(Map.of("image", IMAGE, "networks", new Value.SetOf(List.of(BACKEND))));
    assertThat(spec.networks().orElseThrow())
        .containsExactly(
            new Membership(
                new Link.Resource(BACKEND), List.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aWrongFormIsRefused() {
    assertThatThrownBy(() -> ContainerSpec.of(Map.of())).hasMessage("`image` is missing");
    assertThatThrownBy(() -> ContainerSpec.of(Map.of("image", IMAGE, "memory", Value.of(3))))
        .hasMessage("a quantity is expected, not Int");
    assertThatThrownBy(
            () -> ContainerSpec.of(Map.of("image", IMAGE, "restart", Value.text("often"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Value object(String... fields) {
    Map<String, Value> values = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      values.put(fields[i], Value.text(fields[i + 1]));
    }
    return Value.ObjectOf.of(values);
  }
}

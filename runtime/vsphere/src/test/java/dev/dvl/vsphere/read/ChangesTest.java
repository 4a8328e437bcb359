package dev.dvl.vsphere.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.session.Events.Event;
import dev.dvl.vsphere.session.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose the last change of an object is. */
class ChangesTest {
  private static Event event(long second, String user, String id) {
    return new Event(
        "VmPoweredOnEvent",
        Instant.ofEpochSecond(second),
        user,
        "",
        Optional.of(new Ref("VirtualMachine", id)),
        List.of());
  }

  @Test
  void theLastEventOfAnObjectCounts() {
    List<Event> told = List.of(event(1, "a", "vm-1"), event(2, "b", "vm-1"), event(3, "a", "vm-2"));
    assertThat(Changes.newest(told, ""))
        .containsEntry("vm-1", told.get(1))
        .containsEntry("vm-2", told.get(2));
  }

  @Test
  void whatDvlsOwnUserDidLastIsLeftOut() {
    List<Event> told =
        List.of(
            event(1, "LAB\\Dvl", "vm-1"),
            event(2, "b", "vm-1"),
            event(3, "b", "vm-2"),
            event(4, "LAB\\DVL", "vm-2"));
    assertThat(Changes.newest(told, "lab\\dvl")).containsOnlyKeys("vm-1");
    assertThat(Changes.newest(told, "")).containsOnlyKeys("vm-1", "vm-2");
  }
}

package dev.dvl.vsphere.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Power;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Machines whose guests run no engine and no cloud-init: they are up in a second. */
class PlainGuestTest {
  private static final Map<String, String> PLAIN = Map.of("test.engine", "false");
  private static final int FIRST_SUBNET = 112;
  private static final int LAST_SUBNET = 127;

  private final String name = "plain-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void isNotDestroyedWhileItRunsAndAtOnceWhenItDoesNot() throws Exception {
    try (Guest guest = new Guest(name, PLAIN)) {
      guest.address();
      assertThatThrownBy(() -> guest.session.objects().destroy(guest.vm, Guest.WATCH))
          .isInstanceOf(VSphereException.class)
          .hasMessageContaining("poweredOn");
      assertThat(Guest.containers(name)).isEqualTo(1);
      guest.power(Power.OFF);
      guest.session.objects().destroy(guest.vm, Guest.WATCH);
      assertThat(Guest.containers(name)).isZero();
    }
  }

  @Test
  void goesWithItsVCenter() throws Exception {
    try (Guest guest = new Guest(name, PLAIN)) {
      guest.address();
    }
    assertThat(Guest.containers(name)).isZero();
  }

  @Test
  void doesNotPowerOnWithoutItsImage() throws Exception {
    Peers.variable("DVL_TEST_VM_IMAGE");
    assertThatThrownBy(() -> new Guest(name, Map.of("test.machine", "dvl-test/missing:1")))
        .isInstanceOf(VSphereException.class)
        .hasMessageContaining("No such image");
  }

  @Test
  void hasAnotherAddressAfterARestart() throws Exception {
    String subnet = networkWithSubnet();
    String first = subnet + ".10";
    String second = subnet + ".11";
    try (Guest guest =
        new Guest(
            name, Map.of("test.engine", "false", "test.network", name, "test.address", first))) {
      assertThat(guest.address()).isEqualTo(first);
      guest
          .session
          .machines()
          .reconfigure(guest.vm, Guest.settings(Map.of("test.address", second)), Guest.WATCH);
      guest.power(Power.OFF);
      guest.power(Power.ON);
      assertThat(guest.address()).isEqualTo(second);
    } finally {
      docker("network", "rm", name);
    }
  }

  /** Makes a network in the first subnet for machines that nobody has. */
  private String networkWithSubnet() throws Exception {
    String range = Peers.variable("DVL_TEST_DOCKER_SUBNETS");
    for (int third = FIRST_SUBNET; ; third++) {
      String subnet = range.replaceFirst("^(\\d+\\.\\d+)\\..*$", "$1." + third);
      try {
        docker("network", "create", "--subnet", subnet + ".0/24", name);
        return subnet;
      } catch (AssertionError taken) {
        if (third == LAST_SUBNET) {
          throw taken;
        }
      }
    }
  }

  private static void docker(String... words) throws Exception {
    String[] all = new String[words.length + 3];
    all[0] = "docker";
    all[1] = "-H";
    all[2] = Peers.variable("DVL_TEST_DOCKER");
    System.arraycopy(words, 0, all, 3, words.length);
    Shell.run(all);
  }
}

package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reads from the vCenter simulator. */
class SimulatorReadingTest {

  @Test
  void saysWhatItIs() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      assertThat(session.about().vcenter()).isTrue();
      assertThat(session.about().instance()).isNotBlank();
      assertThat(session.about().spoken()).isNotBlank();
    }
  }

  @Test
  void warnsWhenNobodyChecksTheCertificate() throws Exception {
    try (VSphereSession session = Peers.open(Trust.Insecure.INSECURE, Peers.user(), Limits.USUAL)) {
      assertThat(session.warnings()).singleElement().asString().contains("certificate");
    }
  }

  @Test
  void readsManyObjectsOfSeveralTypesWithOneQuestion() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      List<Found> found =
          session
              .inventory()
              .below(
                  session.inventory().root(),
                  List.of(
                      new Selection("VirtualMachine", List.of("name", "config.hardware.device")),
                      new Selection("Datastore", List.of("name", "summary.capacity"))));
      assertThat(found.stream().map(it -> it.ref().type()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("VirtualMachine", "Datastore");
      Found vm =
          found.stream().filter(it -> it.ref().type().equals("VirtualMachine")).findFirst().get();
      assertThat(vm.get("config.hardware.device").get().children())
          .anySatisfy(it -> assertThat(it.type()).isEqualTo("VirtualDisk"));
    }
  }

  @Test
  void leavesOutAnObjectThatIsGone() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      Ref root = session.inventory().root();
      List<Found> found =
          session
              .inventory()
              .read(
                  List.of(root, new Ref("Folder", "group-no-such")),
                  new Selection("Folder", List.of("name")));
      assertThat(found).extracting(Found::ref).containsExactly(root);
    }
  }

  @Test
  void findsByPathAndByUuid() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      assertThat(session.inventory().byPath("/DC0")).isPresent();
      assertThat(session.inventory().byPath("/no-such")).isEmpty();
      assertThat(session.inventory().byUuid("00000000-0000-0000-0000-000000000000", true))
          .isEmpty();
    }
  }

  @Test
  void saysThatThePasswordIsWrong() {
    Credentials wrong = new Credentials(Peers.user().user(), "not-the-password");
    assertThatThrownBy(() -> Peers.open(Peers.trust(), wrong, Limits.USUAL))
        .isInstanceOfSatisfying(
            VSphereException.class,
            e -> {
              assertThat(e.fault().kind()).isEqualTo(Kind.AUTHENTICATION);
              assertThat(e.fault().type()).isEqualTo("InvalidLogin");
              assertThat(e).hasMessageNotContaining("not-the-password");
            });
  }

  @Test
  void saysWhichObjectIsMissing() throws Exception {
    try (VSphereSession session = Peers.vcenter()) {
      Ref none = new Ref("Folder", "group-none");
      assertThatThrownBy(
              () ->
                  session
                      .inventory()
                      .below(none, List.of(new Selection("VirtualMachine", List.of("name")))))
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.NOT_FOUND);
                assertThat(e.fault().object()).contains(none);
              });
    }
  }
}

package dev.dvl.vsphere.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.VSphereException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Trouble at each call of a run: nothing is done twice, nobody stays logged in. */
class TroubleTest {

  @Test
  void allGoesWell() throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(Story.MACHINES)) {
      List<Found> all = Story.tell(server);
      assertThat(all).hasSize(Story.MACHINES);
      assertThat(server.made()).containsExactly("CreateVM_Task", "CreateFolder", "PowerOnVM_Task");
      assertThat(server.problems()).isEmpty();
      assertThat(server.logouts()).isEqualTo(1);
    }
  }

  @Test
  void readsEveryPage() throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(1_050)) {
      assertThat(Story.tell(server)).hasSize(1_050).doesNotHaveDuplicates();
      assertThat(Collections.frequency(server.calls(), "ContinueRetrievePropertiesEx"))
          .isEqualTo(10);
    }
  }

  @TestFactory
  Stream<DynamicTest> aSessionThatEndsIsRenewed() throws Exception {
    return calls()
        .skip(2)
        .mapToObj(
            call ->
                DynamicTest.dynamicTest(
                    "before call " + call,
                    () -> {
                      try (ScriptedServer server = new ScriptedServer().with(Story.MACHINES)) {
                        server.at(call, new Trouble.Expired());
                        assertThat(Story.tell(server)).hasSize(Story.MACHINES);
                        assertThat(server.made())
                            .containsExactly("CreateVM_Task", "CreateFolder", "PowerOnVM_Task");
                        assertThat(server.openSessions()).isZero();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aLostAnswerNeverMakesASecondObject() throws Exception {
    return trouble(new Trouble.Lost());
  }

  @TestFactory
  Stream<DynamicTest> halfAnAnswerNeverMakesASecondObject() throws Exception {
    return trouble(new Trouble.CutOff());
  }

  @TestFactory
  Stream<DynamicTest> aBrokenConnectionNeverMakesASecondObject() throws Exception {
    return trouble(new Trouble.Dropped());
  }

  private static Stream<DynamicTest> trouble(Trouble trouble) throws Exception {
    return calls()
        .mapToObj(
            call ->
                DynamicTest.dynamicTest(
                    trouble.getClass().getSimpleName() + " at call " + call,
                    () -> onceOrNotAtAll(call, trouble)));
  }

  private static void onceOrNotAtAll(int call, Trouble trouble) throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(Story.MACHINES)) {
      server.at(call, trouble);
      try {
        assertThat(Story.tell(server)).hasSize(Story.MACHINES);
      } catch (VSphereException e) {
        assertThat(e.fault().kind()).isIn(Kind.LOST, Kind.PROTOCOL);
        assertThat(e.fault().harmless()).isFalse();
      }
      assertThat(server.made()).doesNotHaveDuplicates();
      assertThat(server.logins() - server.logouts()).isLessThanOrEqualTo(1);
    }
  }

  @TestFactory
  Stream<DynamicTest> aRefusalSaysWhatIsMissingAndLogsOut() throws Exception {
    Trouble refused =
        new Trouble.Refused(
            "NoPermission",
            "<object"
                + " type=\"Folder\">group-d1</object><privilegeId>VirtualMachine.Inventory.Create</privilegeId>");
    return Stream.of("CreateContainerView", "CreateVM_Task", "CreateFolder", "PowerOnVM_Task")
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method,
                    () -> {
                      try (ScriptedServer server = new ScriptedServer().with(3)) {
                        server.at(method, 1, refused);
                        assertThatThrownBy(() -> Story.tell(server))
                            .isInstanceOfSatisfying(
                                VSphereException.class,
                                e -> {
                                  assertThat(e.fault().kind()).isEqualTo(Kind.PERMISSION);
                                  assertThat(e.fault().harmless()).isTrue();
                                  assertThat(e)
                                      .hasMessageContaining("VirtualMachine.Inventory.Create")
                                      .hasMessageContaining("Folder:group-d1");
                                });
                        assertThat(server.openSessions()).isZero();
                      }
                    }));
  }

  @Test
  void waitsForAnotherTaskToEnd() throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(3)) {
      server.at("CreateFolder", 1, new Trouble.Refused("TaskInProgress", ""));
      server.at("CreateFolder", 2, new Trouble.Refused("TaskInProgress", ""));
      Story.tell(server);
      assertThat(Collections.frequency(server.calls(), "CreateFolder")).isEqualTo(3);
      assertThat(Collections.frequency(server.made(), "CreateFolder")).isEqualTo(1);
    }
  }

  @Test
  void waitsForAGatewayWhoseServerIsStarting() throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(3)) {
      server.at("CreateFolder", 1, new Trouble.Instead(503, new byte[0], ""));
      Story.tell(server);
      assertThat(Collections.frequency(server.made(), "CreateFolder")).isEqualTo(1);
    }
  }

  @Test
  void givesUpASlowAnswerAndSaysThatItMayHaveBeenDone() throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(3)) {
      server.at("CreateFolder", 1, new Trouble.Slow(Duration.ofSeconds(8)));
      assertThatThrownBy(() -> Story.tell(server))
          .isInstanceOfSatisfying(
              VSphereException.class, e -> assertThat(e.fault().kind()).isEqualTo(Kind.LOST));
      assertThat(Collections.frequency(server.calls(), "CreateFolder")).isEqualTo(1);
    }
  }

  /** The numbers of all calls that a run without trouble makes, but the first of all. */
  private static IntStream calls() throws Exception {
    try (ScriptedServer server = new ScriptedServer().with(Story.MACHINES)) {
      Story.tell(server);
      return IntStream.rangeClosed(2, server.calls().size() - 1);
    }
  }
}

package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Made;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.key.KeyFile;
import dev.dvl.engine.key.KeyPair;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.engine.plan.codec.PlanReader;
import dev.dvl.engine.plan.codec.PlanWriter;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.guest.GuestInfo;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine carries for its guest, and what stands elsewhere of it. */
@Tag("vcenter")
class GuestTest {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));
  private static final String OPS =
      "guest { user = \"ops\", ssh_key = \"ssh-ed25519 AAAA ops\" }\n";
  private static final String PLAIN = "cloud_init { compress = false }\n";

  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
    session = simulator.session();
  }

  @AfterAll
  static void end() throws Exception {
    if (session != null) {
      session.close();
      simulator.close();
    }
  }

  @BeforeEach
  void prepare() {
    bench =
        new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), "default"),
            folder);
  }

  @AfterEach
  void leaveNothing() throws IOException {
    bench.apply(bench.planDestroy(program("")));
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private static String vm(String lines) {
    return program(
        "vm app {\n name = \"it-guest\"\n guest_id = \"otherGuest\"\n"
            + lines
            + "\n}\noutput key = app.ssh_host_key\noutput id = app.instance_id\n");
  }

  private static Machine machine(String name) throws Exception {
    Ref ref = session.inventory().byPath("/DC0/vm/" + name).orElseThrow();
    return Machine.read(session, List.of(ref)).getFirst();
  }

  private static String text(Map<String, String> extra, String key) {
    return new String(
        Base64.getDecoder().decode(extra.getOrDefault(key, "")), StandardCharsets.UTF_8);
  }

  private static void set(Machine machine, String key, String value) throws Exception {
    session.machines().reconfigure(machine.ref(), List.of(new VmSetting.Extra(key, value)), WATCH);
  }

  private List<String> codes(String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream()
        .map(Diagnostic::code)
        .map(it -> it.id())
        .toList();
  }

  @Test
  void theHostKeyIsOnTheMachineAndItsOpenHalfAloneIsKept() throws Exception {
    String wanted = vm(OPS + PLAIN);
    String told = bench.applied(wanted).outputs().toString();
    Machine machine = machine("it-guest");
    String userData = text(machine.extra(), GuestInfo.USER_DATA);
    String hidden = userData.substring(userData.indexOf("-----BEGIN")).replace("    ", "");
    String open = machine.extra().get("dvl.host_key");
    assertThat(KeyFile.belongTogether(hidden, Objects.requireNonNull(open))).contains(true);
    assertThat(text(machine.extra(), GuestInfo.METADATA)).contains(machine.instanceUuid());
    assertThat(told).contains(open, machine.instanceUuid());
    assertThat(bench.plan(wanted).changes()).isEmpty();
    String line = hidden.lines().skip(3).findFirst().orElseThrow();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(line, "PRIVATE KEY");
      }
    }
  }

  @Test
  void aSavedPlanSaysThatAKeyIsMadeAndHasNone() throws IOException {
    Plan plan = bench.plan(vm(OPS));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter.write(plan, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"host_key\":\"host_key\"")
        .doesNotContain("PRIVATE KEY");
    assertThat(PlanReader.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(plan);
    assertThat(plan.ops().stream().flatMap(op -> op.request().made().values().stream()))
        .containsExactly(Made.HOST_KEY);
  }

  @Test
  void aKeyThatTheGuestWipedIsNoDifference() throws Exception {
    String wanted = vm(OPS + PLAIN);
    bench.applied(wanted);
    set(machine("it-guest"), GuestInfo.USER_DATA, "---");
    assertThat(bench.plan(wanted).changes()).isEmpty();
  }

  /** Nobody uses an engine in it, so nobody knows when the guest has read the key. */
  @Test
  void aKeyIsWipedOnlyWhereItIsSeenToHaveBeenRead() throws Exception {
    Plan plan = bench.plan(vm(OPS + PLAIN));
    assertThat(plan.ops()).extracting(Op::call).doesNotContain("vm.wipe");
    bench.apply(plan);
    assertThat(bench.plan(vm(OPS + PLAIN)).changes()).isEmpty();
    String engine = OPS.replace("guest {", "guest { docker = true,");
    String used = vm(engine + PLAIN) + "volume data on app\n";
    assertThat(bench.planOutcome(used).value().ops())
        .filteredOn(op -> op.call().equals("vm.wipe"))
        .singleElement()
        .satisfies(op -> assertThat(op.needs()).isNotEmpty());
  }

  @Test
  void whatIsPushedLaterHasTheUserAndNoKey() throws Exception {
    String texts =
        OPS + "cloud_init { compress = false, on_change = \"push\", user_data = \"%s\" }\n";
    bench.applied(vm(texts.formatted("#!/bin/sh\\necho one\\n")));
    String open = machine("it-guest").extra().get("dvl.host_key");
    String later = vm(texts.formatted("#!/bin/sh\\necho two\\n"));
    bench.applied(later);
    Map<String, String> extra = machine("it-guest").extra();
    String config =
        text(extra, GuestInfo.USER_DATA)
            .lines()
            .filter(line -> line.startsWith("I2Nsb3VkLWNvbmZpZ"))
            .findFirst()
            .orElseThrow();
    assertThat(config).isNotEmpty();
    assertThat(extra).containsEntry("dvl.host_key", open);
    assertThat(text(extra, GuestInfo.METADATA)).contains("instance-id").doesNotContain("cleanup");
    assertThat(bench.plan(later).changes()).isEmpty();
  }

  /** As the version before left them: it knew of no instance id. */
  @Test
  void aMachineThatRunsIsNeverGivenANumber() throws Exception {
    String texts =
        OPS + "cloud_init { compress = false, on_change = \"push\", user_data = \"%s\" }\n";
    bench.applied(vm(texts.formatted("one")));
    set(machine("it-guest"), "dvl.instance_id", "");
    set(machine("it-guest"), "dvl.host_key", "");
    assertThat(bench.plan(vm(texts.formatted("one"))).changes()).isEmpty();
    bench.applied(vm(texts.formatted("two")));
    Map<String, String> extra = machine("it-guest").extra();
    assertThat(text(extra, GuestInfo.METADATA)).doesNotContain("instance-id");
    assertThat(text(extra, GuestInfo.USER_DATA)).isEqualTo("two");
    assertThat(extra.getOrDefault("dvl.instance_id", "")).isEmpty();
  }

  @Test
  void aCopyIsAnotherGuest() throws Exception {
    bench.applied(vm(OPS));
    String copy =
        vm(OPS) + "vm other { name = \"it-copy\", template = app, power = \"off\", " + OPS + "}\n";
    bench.applied(copy);
    assertThat(machine("it-copy").extra().get("dvl.host_key"))
        .isNotEqualTo(machine("it-guest").extra().get("dvl.host_key"));
    assertThat(machine("it-copy").extra())
        .containsEntry("dvl.instance_id", machine("it-copy").instanceUuid());
  }

  @Test
  void whatCannotGoWellIsToldWhilePlanning() throws IOException {
    String vendor = "cloud_init { vendor_data = \"#cloud-config\\nusers:\\n  - name: a\\n\" }\n";
    assertThat(codes(vm(OPS + vendor))).contains("DVL7140");
    assertThat(codes(vm(vendor))).doesNotContain("DVL7140");
    String both = vendor.replace(" }", ", user_data = \"#cloud-config\\nusers: []\\n\" }");
    assertThat(codes(vm(OPS + both))).doesNotContain("DVL7140");
    assertThat(codes(vm("guest { docker = { install = \"absent.sh\" } }"))).contains("DVL7113");
    String almost = "cloud_init { compress = false, user_data = \"%s\" }\n";
    assertThat(codes(vm(almost.formatted("x".repeat(49_000))))).doesNotContain("DVL7114");
    assertThat(codes(vm(OPS + almost.formatted("x".repeat(49_000))))).contains("DVL7114");
    assertThat(codes(vm(almost.formatted("x".repeat(49_153))))).contains("DVL7114");
  }

  @Test
  void halvesThatDoNotBelongTogetherAreTold() throws IOException {
    KeyPair key = KeyPair.fresh();
    Files.writeString(folder.resolve("id"), key.hidden());
    String guest = "guest { ssh_key = \"%s\", ssh = { key = \"id\" } }\n";
    assertThat(codes(vm(guest.formatted(KeyPair.fresh().open())))).contains("DVL7141");
    assertThat(codes(vm(guest.formatted(key.open() + " ops@desk")))).doesNotContain("DVL7141");
    Path atHome = Files.createDirectories(folder.resolve("home/.ssh")).resolve("id");
    Files.writeString(atHome, KeyPair.fresh().hidden());
    assertThat(codes(vm(guest.formatted(key.open()).replace("\"id\"", "\"~/.ssh/id\""))))
        .contains("DVL7141");
    Files.writeString(folder.resolve("id"), "-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(codes(vm(guest.formatted(key.open())))).doesNotContain("DVL7141");
  }
}

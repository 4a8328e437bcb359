package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading costs as many calls for 200 machines of ours as for one, but for pages. */
@Tag("vcenter")
class CountTest {
  private static final Set<String> PAGES =
      Set.of("ContinueRetrievePropertiesEx", "WaitForUpdatesEx", "SessionIsActive");
  private static final String PLAIN = "template = \"DC0_C0_RP0_VM400\", power = \"off\"";
  private static final Stack STACK = new Stack("00000000000000bb", "count");

  @TempDir Path folder;

  @Test
  void twoHundredMachinesCostNoMoreCallsThanOne() throws Exception {
    try (Simulator simulator =
            Simulator.of(
                "{\"vms\": 500, \"hosts\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
        VSphereSession session = simulator.session()) {
      List<Entry> machines =
          Catalog.read(
                  session, List.of(new Selection(Machine.TYPE, List.of("config.instanceUuid"))))
              .all(Machine.TYPE);
      own(session, machines.subList(0, 1), 0);
      Map<String, Long> one = calls(simulator, 1, PLAIN);
      own(session, machines.subList(1, 200), 1);
      Map<String, Long> many = calls(simulator, 200, PLAIN);
      assertThat(many).isEqualTo(one);
    }
  }

  @Test
  void twoHundredTaggedMachinesCostNoMoreCallsThanOne() throws Exception {
    try (Simulator simulator =
            Simulator.of(
                "{\"vms\": 220, \"hosts\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
        VSphereSession session = simulator.session()) {
      List<Entry> machines =
          Catalog.read(
                  session, List.of(new Selection(Machine.TYPE, List.of("config.instanceUuid"))))
              .all(Machine.TYPE);
      String category = session.tags().createCategory("env", "", true, List.of());
      String tag = session.tags().createTag(category, "prod", "");
      for (Entry machine : machines.subList(0, 200)) {
        session.tags().attach(tag, machine.ref());
      }
      String more = "template = \"DC0_C0_RP0_VM210\", power = \"off\", tags = [\"env/prod\"]";
      own(session, machines.subList(0, 1), 0);
      Map<String, Long> one = calls(simulator, 1, more);
      own(session, machines.subList(1, 200), 1);
      Map<String, Long> many = calls(simulator, 200, more);
      assertThat(many).isEqualTo(one);
      assertThat(one.keySet()).anyMatch(it -> it.contains("tag-association"));
    }
  }

  /** Gives machines birth records, so that they are ours. */
  private static void own(VSphereSession session, List<Entry> machines, int from) throws Exception {
    try (var tasks = Executors.newFixedThreadPool(8)) {
      List<java.util.concurrent.Future<?>> all = new ArrayList<>();
      for (int i = 0; i < machines.size(); i++) {
        Entry machine = machines.get(i);
        int number = from + i;
        all.add(
            tasks.submit(
                () -> {
                  List<VmSetting> settings = new ArrayList<>();
                  Map<String, String> entries = new TreeMap<>(MachineBirth.making(stamp(number)));
                  entries.putAll(MachineBirth.ready(machine.text("config.instanceUuid")));
                  entries.forEach((key, value) -> settings.add(new VmSetting.Extra(key, value)));
                  session
                      .machines()
                      .reconfigure(machine.ref(), settings, Watch.within(Duration.ofMinutes(2)));
                  return number;
                }));
      }
      for (var task : all) {
        task.get();
      }
    }
  }

  private static Stamp stamp(int number) {
    return new Stamp(
        STACK,
        Address.parse("app[" + number + "]").orElseThrow(),
        "vm",
        "op" + number,
        Set.of(),
        Map.of());
  }

  private Map<String, Long> calls(Simulator simulator, int count, String machine) throws Exception {
    String text =
        "module count { edition = 2026 }\n"
            + simulator.host("")
            + "for i in 0..<"
            + count
            + " { vm app[i] { "
            + machine
            + " } }\n";
    simulator.control("POST", "/calls/reset", "");
    Bench bench = new Bench(StandardKinds.load(), new VSphereProvider(), STACK, folder);
    bench.plan(text);
    Map<String, Long> counted = new TreeMap<>();
    Map<?, ?> told = (Map<?, ?>) simulator.control("GET", "/calls", "");
    ((Map<?, ?>) Objects.requireNonNull(told.get("methods")))
        .forEach(
            (method, calls) -> {
              if (!PAGES.contains(String.valueOf(method))) {
                counted.put(String.valueOf(method), number(calls));
              }
            });
    assertThat(counted).isNotEmpty();
    return counted;
  }

  private static long number(Object calls) {
    return calls instanceof Map<?, ?> counters
        ? Long.parseLong(String.valueOf(counters.get("count")))
        : Long.parseLong(String.valueOf(calls));
  }
}

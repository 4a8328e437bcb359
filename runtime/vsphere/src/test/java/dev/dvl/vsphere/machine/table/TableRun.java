package dev.dvl.vsphere.machine.table;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Guarded;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.machine.read.Candidates;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All rows side by side, as one program in one stack: made, changed from outside, mended, stripped
 * of their lines, and destroyed. Finds what each row shows that it should not.
 */
final class TableRun {
  private static final Set<String> NOTHING = Set.of();

  private final Bench bench;
  private final VSphereSession session;
  private final String header;
  private final List<Row> rows;
  private final Map<String, List<String>> faults = new ConcurrentHashMap<>();

  TableRun(Bench bench, VSphereSession session, String header, List<Row> rows) {
    this.bench = bench;
    this.session = session;
    this.header = header;
    this.rows = rows;
  }

  /** A pool and a network that rows name. */
  static void prepare(VSphereSession session) throws Exception {
    session
        .objects()
        .createPool(
            session.inventory().byPath("/DC0/host/DC0_C0/Resources").orElseThrow(),
            "table-pool",
            pool(),
            pool());
    for (String name : List.of("DC0_C0_H0")) {
      Ref host = session.inventory().byPath("/DC0/host/DC0_C0/" + name).orElseThrow();
      Ref system =
          session
              .inventory()
              .read(
                  List.of(host),
                  new Selection("HostSystem", List.of("configManager.networkSystem")))
              .getFirst()
              .get("configManager.networkSystem")
              .orElseThrow()
              .ref()
              .orElseThrow();
      session.networks().addHostPortGroup(system, "table-net", "vSwitch0", NetworkPolicy.INHERITED);
    }
  }

  private static Allocation pool() {
    return new Allocation(
        java.util.Optional.of(0L),
        java.util.Optional.of(-1L),
        java.util.Optional.of(dev.dvl.vsphere.session.spec.Shares.NORMAL),
        java.util.Optional.of(true));
  }

  /** What is wrong with each row, by its name. */
  Map<String, List<String>> faults() throws Exception {
    apply("made", Row::text);
    expect("made", Row::text, row -> NOTHING);
    guards();
    outside();
    expect("changed from outside", Row::text, row -> isChanged(row) ? row.seen() : NOTHING);
    expect(
        "changed in the program",
        Row::alternative,
        row -> isChanged(row) || !row.changed().isEmpty() ? row.seen() : NOTHING);
    apply("mended", Row::alternative);
    expect("mended", Row::alternative, row -> NOTHING);
    expect("line removed", Row::bare, Row::gone);
    apply("line removed", Row::bare);
    expect("nothing set", Row::bare, row -> NOTHING);
    ApplyReport report = bench.apply(bench.planDestroy(program(Row::bare)));
    if (report.result() != ApplyReport.Result.DONE) {
      fault(Address.of("destroy"), "destroy: " + report.diagnostics());
    }
    return faults;
  }

  private static boolean isChanged(Row row) {
    return !row.outside().equals(Row.Outside.NONE);
  }

  /** What nobody has touched looks to an apply as it did to the plan. */
  private void guards() throws Exception {
    Guarded.changed(bench, bench.planLosing(program(Row::anew)))
        .forEach(it -> fault(Address.of("guarded"), it));
  }

  private String program(Function<Row, String> text) {
    return header + rows.stream().map(text).collect(Collectors.joining("\n"));
  }

  private void apply(String phase, Function<Row, String> text) throws IOException {
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Failed(var op, Diagnostic why, var ignored)) {
            fault(op.change(), phase + ": " + op.id() + " failed: " + why);
          }
        });
    ApplyReport report = bench.apply(bench.plan(program(text)));
    if (report.result() != ApplyReport.Result.DONE) {
      fault(Address.of("apply"), phase + ": " + report.result());
    }
  }

  private void expect(String phase, Function<Row, String> text, Function<Row, Set<String>> wanted)
      throws IOException {
    Map<String, Set<String>> shown = new TreeMap<>();
    Plan plan = bench.plan(program(text));
    for (PlannedChange change : plan.changes()) {
      shown.put(
          change.address().toString(),
          change.fields().stream()
              .map(field -> field.path().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    for (Row row : rows) {
      Set<String> fields = shown.getOrDefault(row.name(), NOTHING);
      if (!fields.equals(wanted.apply(row))) {
        fault(
            Address.of(row.name()),
            phase + ": expected " + wanted.apply(row) + ", but the plan shows " + told(plan, row));
      }
      shown.remove(row.name());
    }
    shown.forEach((name, paths) -> fault(Address.of(name), phase + ": shows " + paths));
  }

  private static List<String> told(Plan plan, Row row) {
    return plan.changes().stream()
        .filter(change -> change.address().toString().equals(row.name()))
        .flatMap(change -> change.fields().stream())
        .map(it -> it.path() + ": " + it.before() + " -> " + it.after())
        .toList();
  }

  private void outside() throws Exception {
    Map<String, Machine> machines = machines();
    for (Row row : rows) {
      Machine machine = machines.get(row.name());
      if (machine != null) {
        try {
          row.outside().change(session, machine);
        } catch (Exception | AssertionError e) {
          fault(Address.of(row.name()), "changing from outside: " + e);
        }
      }
    }
  }

  /** The machines of the stack by the addresses in their birth records. */
  private Map<String, Machine> machines() throws Exception {
    Map<Ref, String> addresses = new TreeMap<>();
    for (Entry entry : Catalog.read(session, List.of(Candidates.LITTLE)).all(Machine.TYPE)) {
      Candidates.stamp(entry)
          .ifPresent(stamp -> addresses.put(entry.ref(), stamp.address().toString()));
    }
    Map<String, Machine> machines = new TreeMap<>();
    for (Machine machine : Machine.read(session, addresses.keySet())) {
      machines.put(addresses.getOrDefault(machine.ref(), ""), machine);
    }
    return machines;
  }

  private void fault(Address address, String text) {
    faults.computeIfAbsent(address.toString(), any -> new ArrayList<>()).add(text);
  }
}

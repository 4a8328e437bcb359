package dev.dvl.vsphere.table;

import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Guarded;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All rows side by side, as one program in one stack: made, changed from outside, mended, stripped
 * of their lines, and destroyed. Finds what each row shows that it should not.
 */
final class TableRun {
  private static final Set<String> NOTHING = Set.of();

  private final Bench bench;
  private final VCenter vcenter;
  private final String header;
  private final List<Row> rows;
  private final Map<String, List<String>> faults = new TreeMap<>();

  TableRun(Bench bench, VCenter vcenter, String header, List<Row> rows) {
    this.bench = bench;
    this.vcenter = vcenter;
    this.header = header;
    this.rows = rows;
  }

  /** What is wrong with each row, by its name. */
  Map<String, List<String>> faults() throws Exception {
    apply("made", Row::text);
    expect("made", Row::text, row -> NOTHING);
    guards();
    outside();
    expect("changed from outside", Row::text, row -> row.isChanged() ? row.seen() : NOTHING);
    apply("mended", Row::text);
    expect("mended", Row::text, row -> NOTHING);
    expect("line removed", Row::bare, Row::gone);
    apply("line removed", Row::bare);
    expect("nothing set", Row::bare, row -> NOTHING);
    destroy();
    return faults;
  }

  /** The same where the simulator makes objects and does not change them. */
  Map<String, List<String>> faultsUnchanged() throws Exception {
    apply("made", Row::text);
    expect("made", Row::text, row -> NOTHING);
    guards();
    expect("line removed", Row::bare, Row::gone);
    outside();
    expect("changed from outside", Row::text, row -> row.isChanged() ? row.seen() : NOTHING);
    destroy();
    return faults;
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
    report(phase, bench.apply(bench.plan(program(text))));
  }

  private void report(String phase, ApplyReport report) {
    report.diagnostics().forEach(it -> fault(Address.of("apply"), phase + ": " + it.notes()));
  }

  private void expect(String phase, Function<Row, String> text, Function<Row, Set<String>> wanted)
      throws IOException {
    Plan plan = bench.plan(program(text));
    Map<String, PlannedChange> changes = new TreeMap<>();
    plan.changes().forEach(it -> changes.put(it.address().toString(), it));
    for (Row row : rows) {
      PlannedChange change = changes.remove(row.name());
      Set<String> shown = change == null ? NOTHING : paths(change);
      if (!shown.equals(wanted.apply(row))) {
        fault(
            Address.of(row.name()),
            phase + ": expected " + wanted.apply(row) + ", but the plan shows " + told(change));
      }
    }
    changes.forEach((name, change) -> fault(Address.of(name), phase + ": shows " + told(change)));
  }

  private static Set<String> paths(PlannedChange change) {
    return change.fields().stream()
        .map(field -> field.path().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(@org.jspecify.annotations.Nullable PlannedChange change) {
    return change == null
        ? "nothing"
        : change.action()
            + " "
            + change.fields().stream()
                .map(it -> it.path() + ": " + it.before() + " -> " + it.after())
                .toList();
  }

  private void outside() throws Exception {
    try (Stranger stranger = Stranger.at(vcenter)) {
      for (Row row : rows) {
        try {
          row.outside().change(stranger, row.name());
        } catch (Exception | AssertionError failed) {
          fault(Address.of(row.name()), "changing from outside: " + failed);
        }
      }
    }
  }

  private void destroy() throws IOException {
    report("destroy", bench.apply(bench.planDestroy(program(Row::bare))));
  }

  private void fault(Address address, String text) {
    faults.computeIfAbsent(address.toString(), any -> new ArrayList<>()).add(text);
  }
}

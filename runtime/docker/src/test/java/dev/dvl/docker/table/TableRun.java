package dev.dvl.docker.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Guarded;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.table.Row.Form;
import dev.dvl.docker.table.Row.LiveObject;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All rows side by side, as one program in one stack: made, changed from outside, mended, stripped
 * of their lines, and destroyed. Finds what each row shows that it should not.
 */
final class TableRun {
  private static final Set<String> NOTHING = Set.of();
  private static final int AT_ONCE = 6;

  private final Bench bench;
  private final Engine engine;
  private final String header;
  private final List<Row> rows;
  private final Map<String, List<String>> faults = new ConcurrentHashMap<>();

  TableRun(Bench bench, Engine engine, String header, List<Row> rows) {
    this.bench = bench;
    this.engine = engine;
    this.header = header;
    this.rows = rows;
  }

  /** What is wrong with each row, by its name. */
  Map<String, List<String>> faults() throws Exception {
    try {
      apply("made", Row::text);
      expect("made", Row::text, row -> NOTHING);
      guards();
      outside();
      expect("changed from outside", Row::text, row -> isSeen(row) ? row.seen() : NOTHING);
      expect("changed in the program", Row::alternative, TableRun::afterAlternative);
      apply("mended", Row::text);
      restart();
      expect("mended", Row::text, row -> NOTHING);
      expect("line removed", Row::bare, Row::gone);
      apply("line removed", Row::bare);
      expect("nothing set", Row::bare, row -> NOTHING);
    } finally {
      destroy();
    }
    return faults;
  }

  private static Set<String> afterAlternative(Row row) {
    if (row.form() == Form.WRITE_ONLY) {
      return row.changed().isEmpty() ? NOTHING : row.seen();
    }
    return isSeen(row) ? row.seen() : NOTHING;
  }

  private static boolean isSeen(Row row) {
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
    for (ApplyReport.ChangeResult result : report.changes()) {
      if (result.ended() != Ended.DONE) {
        fault(result.address(), phase + ": " + result.action() + " " + result.ended());
      }
    }
    if (report.result() != ApplyReport.Result.DONE) {
      fault(Address.of("apply"), phase + ": " + report.result() + " " + report.diagnostics());
    }
  }

  private void expect(String phase, Function<Row, String> text, Function<Row, Set<String>> wanted)
      throws IOException {
    Plan plan = bench.plan(program(text));
    Map<String, Set<String>> shown = new TreeMap<>();
    for (PlannedChange change : plan.changes()) {
      Set<String> paths =
          change.fields().stream()
              .map(field -> field.path().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      shown.put(change.address().toString(), paths);
    }
    for (Row row : rows) {
      Set<String> fields = shown.getOrDefault(row.name(), NOTHING);
      if (!without(companions(row), fields).equals(without(companions(row), wanted.apply(row)))) {
        fault(
            Address.of(row.name()),
            phase + ": expected " + wanted.apply(row) + ", but the plan shows " + told(plan, row));
      }
      shown.remove(row.name());
    }
    shown.forEach((name, paths) -> fault(Address.of(name), phase + ": shows " + paths));
  }

  /** What may be shown beside the attribute, since an engine derives it from that one. */
  private Set<String> companions(Row row) {
    return bench.kinds().get(row.kind()).attribute(row.path()).stream()
        .flatMap(attribute -> attribute.companions().stream())
        .filter(it -> !row.line().contains(it))
        .filter(it -> !row.base().contains(it))
        .collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> some, Set<String> all) {
    return all.stream().filter(it -> !some.contains(it)).collect(Collectors.toSet());
  }

  private static String told(Plan plan, Row row) {
    return plan.changes().stream()
        .filter(change -> change.address().toString().equals(row.name()))
        .map(
            change ->
                change.action()
                    + " "
                    + change.fields().stream()
                        .map(it -> it.path() + ": " + it.before() + " -> " + it.after())
                        .toList())
        .findFirst()
        .orElse("nothing");
  }

  private void outside() throws Exception {
    Map<String, LiveObject> objects = objects();
    Semaphore room = new Semaphore(AT_ONCE);
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Row row : rows) {
        LiveObject object = objects.get(row.name());
        if (!isSeen(row) || object == null) {
          continue;
        }
        var _ =
            tasks.submit(
                () -> {
                  room.acquire();
                  try {
                    row.outside().change(engine, object);
                  } catch (Exception e) {
                    fault(Address.of(row.name()), "changing from outside: " + e);
                  } finally {
                    room.release();
                  }
                  return object;
                });
      }
    }
  }

  /** The objects of the stack on the engine, by the addresses in their birth records. */
  private Map<String, LiveObject> objects() throws IOException {
    Map<String, LiveObject> objects = new TreeMap<>();
    for (JsonNode it : left("container")) {
      String name = it.at("/Names/0").asText().substring(1);
      objects.put(address(it, "container"), new LiveObject(it.path("Id").asText(), name));
    }
    for (JsonNode it : left("image")) {
      String name = it.at("/RepoTags/0").asText();
      objects.put(address(it, "image"), new LiveObject(it.path("Id").asText(), name));
    }
    for (JsonNode it : left("network")) {
      objects.put(
          address(it, "network"), new LiveObject(it.path("Id").asText(), it.path("Name").asText()));
    }
    for (JsonNode it : left("volume")) {
      String name = it.path("Name").asText();
      objects.put(address(it, "volume"), new LiveObject(name, name));
    }
    return objects;
  }

  private static String address(JsonNode entry, String kind) {
    return entry.path("Labels").path("dvl." + kind + ".address").asText();
  }

  private List<JsonNode> left(String kind) throws IOException {
    String path =
        kind.equals("container") || kind.equals("image") ? "/" + kind + "s/json" : "/" + kind + "s";
    return engine.labelled(path, StampLabels.filter(kind, bench.stack()));
  }

  /** What was moved among networks must start again where it is now. */
  private void restart() throws IOException {
    Map<String, LiveObject> objects = objects();
    for (Row row : rows) {
      LiveObject object = objects.get(row.name());
      if (row.key().equals("container.networks") && object != null) {
        try {
          engine.post("/containers/" + object.id() + "/restart?t=0");
        } catch (IOException e) {
          fault(Address.of(row.name()), "mended: does not start again: " + e.getMessage());
        }
      }
    }
  }

  private void destroy() throws Exception {
    ApplyReport report = bench.apply(bench.planDestroy(program(Row::bare)));
    if (report.result() != ApplyReport.Result.DONE) {
      fault(Address.of("destroy"), "destroy: " + report.diagnostics());
    }
    for (String kind : List.of("container", "image", "network", "volume")) {
      for (JsonNode it : left(kind)) {
        fault(Address.of("destroy"), "left: " + kind + " " + address(it, kind));
        remove(kind, it);
      }
    }
  }

  private void remove(String kind, JsonNode entry) throws IOException {
    switch (kind) {
      case "container" -> engine.removeContainer(entry.path("Id").asText());
      case "image" -> engine.delete("/images/" + entry.path("Id").asText() + "?force=1");
      case "network" -> engine.delete("/networks/" + entry.path("Id").asText());
      default -> engine.delete("/volumes/" + entry.path("Name").asText());
    }
  }

  private void fault(Address address, String text) {
    faults.computeIfAbsent(address.toString(), any -> new ArrayList<>()).add(text);
  }
}

package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.contract.Failing.Moment;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.ChangeResult;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.Sources;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes that fail half-way. Every call of the plan between two programs fails once, before and
 * after its effect, and what comes of it is looked at: what the report says is as before is so, and
 * the next run brings the program about.
 */
public final class HalfWay {
  private final Bench bench;
  private final Provider provider;

  public HalfWay(Bench bench, Provider provider) {
    this.bench = bench;
    this.provider = provider;
  }

  /**
   * What came of a call that failed.
   *
   * @param change what was to be changed, and by which calls
   * @param call the one that failed
   * @param when on which side of its effect
   * @param left what is not as it was, in the words of calls
   * @param next what the next run does
   */
  public record Trial(String change, String call, String when, String left, String next) {}

  /** Lets every call on the way from one program to another fail, both ways. */
  public List<Trial> between(String before, String after) throws Exception {
    List<Trial> trials = new ArrayList<>();
    bench.applied(before);
    int calls = forward(bench.plan(after)).size();
    for (Moment moment : Moment.values()) {
      for (int call = 0; call < calls; call++) {
        trials.add(trial(before, after, call, moment));
      }
    }
    return trials;
  }

  /**
   * Where the way back is another one, since a line that goes changes nothing, all is made anew.
   */
  private Plan planned(String before, String after, int call) throws IOException {
    bench.provider(provider).applied(before);
    if (call >= forward(bench.plan(after)).size()) {
      bench.apply(bench.planDestroy(before));
      bench.applied(before);
    }
    return bench.plan(after);
  }

  private Trial trial(String before, String after, int call, Moment moment) throws Exception {
    Plan plan = planned(before, after, call);
    Map<String, String> was = shown(before);
    Op failing = forward(plan).get(call);
    ApplyReport report =
        bench.provider(new Watched(provider, new Failing(failing.id(), moment))).apply(plan);
    bench.provider(provider);
    String what = CallsOf.of(plan, failing.change());
    String told = what + ", " + failing.call() + " " + moment.words();
    assertThat(report.diagnostics()).as(told).hasSize(1);
    assertTold(told, report, was, shown(before));
    Plan next = bench.plan(after);
    Trial trial = new Trial(what, failing.call(), moment.words(), left(plan, report), next(next));
    assertThat(bench.apply(next).result()).as(told).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(after).changes()).as(told).isEmpty();
    return trial;
  }

  /** What the report calls unchanged or taken back looks as it did. */
  private static void assertTold(
      String told, ApplyReport report, Map<String, String> was, Map<String, String> now) {
    for (ChangeResult change : report.changes()) {
      String address = change.address().toString();
      if (change.extent() == Extent.NOTHING || change.extent() == Extent.TAKEN_BACK) {
        assertThat(now.getOrDefault(address, "")).as(told).isEqualTo(was.getOrDefault(address, ""));
      }
    }
  }

  private static List<Op> forward(Plan plan) {
    return plan.ops().stream().filter(op -> !op.undoes()).toList();
  }

  private static String left(Plan plan, ApplyReport report) {
    Map<String, String> kinds = new TreeMap<>();
    for (PlannedChange change : plan.changes()) {
      kinds.put(change.address().toString(), change.kind());
    }
    String left =
        report.changes().stream()
            .filter(it -> it.ended() != Ended.DONE && it.extent() == Extent.PART)
            .map(it -> kinds.get(it.address().toString()) + ": " + String.join(", ", it.left()))
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    return left.isEmpty() ? "all is as before" : left;
  }

  private static String next(Plan plan) {
    String next =
        plan.changes().stream()
            .map(it -> it.kind() + ": " + it.action().word())
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    return next.isEmpty() ? "nothing" : next;
  }

  /** What carries no record is found as a plan finds it. */
  private List<Query.Claim> known() throws IOException {
    List<Query.Claim> claims = new ArrayList<>();
    FileLedger.peek(bench.folder(), bench.stack())
        .facts()
        .made()
        .forEach(
            (address, ref) -> {
              claims.add(new Query.Claim(address, ref.kind(), ref.name()));
              claims.add(new Query.Claim(address, ref.kind(), ref.id()));
            });
    return claims;
  }

  /** What objects show of themselves, by their addresses; their ids do not count. */
  private Map<String, String> shown(String program) throws Exception {
    Map<String, String> shown = new TreeMap<>();
    Query query = new Query(bench.stack(), known(), List.of(), Query.Scope.OURS);
    try (Connections connections = bench.connections()) {
      for (HostInstance host : bench.compile(program).hosts()) {
        Reader reader = connections.reader(host, Sources.NONE);
        reader.read(query, Cancel.NEVER).objects().forEach(live -> show(live, shown));
      }
    }
    return shown;
  }

  private static void show(Live live, Map<String, String> shown) {
    live.stamp()
        .ifPresent(
            stamp ->
                shown.merge(
                    stamp.address().toString(),
                    live.ref().name() + " " + live.standing() + " " + live.values(),
                    (one, other) -> one + "\n" + other));
  }
}

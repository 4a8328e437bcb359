package dev.dvl.cli.command;

import dev.dvl.cli.json.ApplyJson;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.ChangeResult;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.plan.Plan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The end of a run that carries nothing out: there is nothing to do, or nobody agreed to it. Text
 * needs no word more than the plan; whoever reads JSON gets a report as after any other run.
 *
 * @param sources of the program; empty where the plan was saved
 */
record NotCarriedOut(Invocation invocation, Plan plan, boolean sandbox, SourceMap sources) {

  Exit end() throws Refusal {
    ApplyReport.Result result =
        plan.isEmpty() ? ApplyReport.Result.DONE : ApplyReport.Result.FAILED;
    ApplyReport report = new ApplyReport(result, skipped(), outputs(), List.of());
    new Result(invocation)
        .json(out -> ApplyJson.write(report, sandbox, sources, report.diagnostics(), out));
    return plan.isEmpty() ? Exit.DONE : Exit.FAILED;
  }

  private List<ChangeResult> skipped() {
    return plan.changes().stream()
        .map(
            change ->
                new ChangeResult(
                    change.address(), change.action(), Ended.SKIPPED, Extent.NOTHING, List.of()))
        .toList();
  }

  private SortedMap<String, ApplyReport.Output> outputs() {
    SortedMap<String, ApplyReport.Output> found = new TreeMap<>();
    plan.outputs()
        .forEach(it -> found.put(it.name(), new ApplyReport.Output(it.value(), it.secret())));
    return found;
  }
}

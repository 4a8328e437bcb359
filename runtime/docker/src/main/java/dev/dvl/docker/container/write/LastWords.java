package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.OpProblem;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with a container, with the last that its health check and it have said. */
record LastWords(String name, Logs logs) {

  Verdict exited(Json container) {
    return ended(Codes.EXITED, "exited with code ", container);
  }

  Verdict notCompleted(Json container) {
    return ended(Codes.NOT_COMPLETED, "has not completed: it ended with code ", container);
  }

  private Verdict ended(Code is, String how, Json container) {
    long code = container.at("State", "ExitCode").number();
    String why = container.at("State", "OOMKilled").isTrue() ? ": it ran out of memory" : "";
    return new Verdict.Failed(
        problem(is, "The container `" + name + "` " + how + code + why + ".", container));
  }

  Verdict unhealthy(Json container) {
    return new Verdict.Failed(
        problem(
            Codes.UNHEALTHY,
            "The health check of the container `" + name + "` failed.",
            container));
  }

  OpProblem problem(Code code, String sentence, Json container) {
    List<String> details = new ArrayList<>();
    List<Json> checks = container.at("State", "Health", "Log").elements();
    if (!checks.isEmpty()) {
      Logs.lines(checks.getLast().at("Output").text())
          .forEach(line -> details.add("health: " + line));
    }
    if (!container.isNil()) {
      details.addAll(logs.last(container));
    }
    return Problems.wrong(code, sentence, details);
  }
}

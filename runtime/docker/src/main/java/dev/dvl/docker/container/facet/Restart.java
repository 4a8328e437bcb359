package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.Map;

/** {@code restart} and {@code restart_attempts}, which the engine keeps as one policy. */
record Restart() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("restart") || wanted.has("restart_attempts")) {
      request.put(
          Section.HOST,
          "RestartPolicy",
          new Json.Obj(
              Map.of(
                  "Name", Json.of(wanted.text("restart").orElse("no")),
                  "MaximumRetryCount", Json.of(wanted.number("restart_attempts").orElse(0L)))));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Json policy = seen.at(Section.HOST, "RestartPolicy");
    String name = policy.at("Name").text();
    shown.put("restart", Value.text(name.isEmpty() ? "no" : name), Value.text("no"));
    shown.put("restart_attempts", Value.of(policy.at("MaximumRetryCount").number()), Value.of(0));
  }
}

package dev.dvl.compiler.ir.codec;

import dev.dvl.compiler.diagnostic.JsonText;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.Rollout;
import dev.dvl.compiler.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a program as one JSON object. Equal programs give equal text; places in the source are
 * left out, and so is what is unset.
 */
public final class ProgramJson {
  private final JsonText out = new JsonText();
  private final ValueJson values = new ValueJson(out);

  private ProgramJson() {}

  public static String write(Program program) {
    ProgramJson json = new ProgramJson();
    json.program(program);
    return json.out.toString();
  }

  private void program(Program program) {
    out.openObject().name("module").text(program.module());
    fields("parameters", program.parameters());
    out.name("secrets").openArray();
    program.secrets().forEach(this::secret);
    out.closeArray().name("files").openObject();
    new TreeMap<>(program.files()).forEach((path, hash) -> out.name(path).text(hash));
    out.closeObject().name("hosts").openArray();
    program.hosts().forEach(this::host);
    out.closeArray().name("instances").openArray();
    program.instances().forEach(this::instance);
    out.closeArray().name("outputs").openArray();
    program.outputs().forEach(this::output);
    out.closeArray().name("checks").openArray();
    program.checks().forEach(this::check);
    out.closeArray();
    identity(program);
    out.closeObject();
  }

  /** What most programs do not have is left out of theirs. */
  private void identity(Program program) {
    if (!program.moves().isEmpty()) {
      out.name("moves").openArray();
      for (Program.Move move : program.moves()) {
        out.openObject().name("from").text(move.from().toString());
        out.name("to").text(move.to().toString()).closeObject();
      }
      out.closeArray();
    }
    if (!program.adoptions().isEmpty()) {
      out.name("adoptions").openArray();
      for (Program.Adoption adoption : program.adoptions()) {
        out.openObject().name("address").text(adoption.address().toString());
        out.name("object").text(adoption.platformName()).closeObject();
      }
      out.closeArray();
    }
    if (!program.forgotten().isEmpty()) {
      out.name("forgotten").openArray();
      program.forgotten().forEach(it -> out.text(it.which().toString()));
      out.closeArray();
    }
  }

  private void secret(Program.SecretDeclaration secret) {
    out.openObject().name("name").text(secret.name());
    secret.environment().ifPresent(variable -> out.name("environment").text(variable));
    out.closeObject();
  }

  private void host(HostInstance host) {
    out.openObject();
    out.name("address").text(host.address().toString()).name("kind").text(host.kind());
    host.by().ifPresent(by -> out.name("by").text(by.toString()));
    fields("values", host.values());
    out.closeObject();
  }

  private void instance(Instance instance) {
    out.openObject();
    out.name("address").text(instance.address().toString());
    out.name("kind").text(instance.kind());
    out.name("place").text(instance.place().toString());
    fields("values", instance.values());
    out.name("edges").openArray();
    instance.edges().forEach(this::edge);
    out.closeArray();
    common(instance.common());
    out.closeObject();
  }

  private void edge(Instance.Edge edge) {
    out.openObject();
    switch (edge) {
      case Instance.Edge.On(var to, var ignored) -> out.name("on").text(to.toString());
      case Instance.Edge.Uses(var to, var path, var ignored) ->
          out.name("uses").text(to.toString()).name("path").text(path.toString());
      case Instance.Edge.After(var to, var state, var ignored) -> {
        out.name("after").text(to.toString());
        state.ifPresent(name -> out.name("state").text(name));
      }
    }
    out.closeObject();
  }

  private void common(Instance.Common common) {
    if (common.protect()) {
      out.name("protect").bool(true);
    }
    if (!common.update().equals(Instance.Update.DEFAULT)) {
      Instance.Update update = common.update();
      out.name("update").openObject();
      out.name("order").text(update.order().name().toLowerCase(Locale.ROOT));
      out.name("wait").text(update.waitFor());
      out.name("on_failure").text(update.onFailure().name().toLowerCase(Locale.ROOT));
      if (update.drains()) {
        out.name("drain").number(update.drain().toNanos());
      }
      rollout(update.rollout());
      out.closeObject();
    }
    if (!common.timeouts().isEmpty()) {
      fields("timeouts", common.timeouts());
    }
    if (!common.replaceWhen().isEmpty()) {
      out.name("replace_when");
      values.value(new Value.ListOf(common.replaceWhen()));
    }
  }

  private void rollout(Rollout rollout) {
    rollout.maxParallel().ifPresent(most -> out.name("max_parallel").number(most));
    switch (rollout.canary()) {
      case Rollout.Canary.None() -> {}
      case Rollout.Canary.Count(int count) -> out.name("canary").number(count);
      case Rollout.Canary.Keyed(var keys) -> {
        out.name("canary").openArray();
        keys.stream().sorted().forEach(key -> out.text(key.toString()));
        out.closeArray();
      }
    }
    if (rollout.hasWindow()) {
      out.name("health_window").number(rollout.healthWindow().toNanos());
    }
  }

  private void output(Program.Output output) {
    out.openObject().name("name").text(output.name());
    if (output.secret()) {
      out.name("secret").bool(true);
    }
    out.name("value");
    values.value(output.value());
    out.closeObject();
  }

  private void check(Program.Check check) {
    out.openObject().name("title").text(check.title()).name("condition");
    values.term(check.condition());
    out.name("message");
    values.term(check.message());
    out.closeObject();
  }

  private void fields(String name, Map<String, Value> fields) {
    out.name(name);
    values.fields(new TreeMap<>(fields));
  }
}

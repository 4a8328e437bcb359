package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;

/** What is to be good for some time is something that runs. */
final class RunningKinds implements Rule {
  private static final String STARTED = "started";

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.program().instances()) {
      Instance.Update update = instance.common().update();
      if (!runs(facts.kind(instance))) {
        if (update.rollout().hasWindow()) {
          report.add(notRunning(instance, "health_window"));
        }
        if (update.drains()) {
          report.add(notRunning(instance, "drain"));
        }
      }
    }
  }

  static boolean runs(KindSchema kind) {
    return kind.state(STARTED).isPresent();
  }

  private static Diagnostic notRunning(Instance instance, String setting) {
    return Diagnostic.at(
            RuleCodes.NOT_RUNNING,
            instance.originOf(Path.of("update")),
            Article.quoted(instance.kind()) + " does not run")
        .note("`" + setting + "` is about what is started.");
  }
}

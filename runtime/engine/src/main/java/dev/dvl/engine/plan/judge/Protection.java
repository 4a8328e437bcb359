package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.plan.reading.Selected;
import java.util.Optional;

/** What may not be destroyed: what the program protects, or protected when it was last applied. */
record Protection(Selected selected) {

  boolean covers(Address resource) {
    return selected
        .instance(resource)
        .map(instance -> instance.common().protect())
        .orElseGet(() -> selected.request().facts().guarded().contains(resource));
  }

  /** What is to be said where a plan would destroy the object of a resource. */
  Optional<Diagnostic> refusal(Address resource) {
    if (!covers(resource)) {
      return Optional.empty();
    }
    String text = "`" + resource + "` is protected, and this plan would destroy it.";
    return Optional.of(
        selected
            .instance(resource)
            .map(it -> Diagnostic.at(JudgeCodes.PROTECTED, it.origin(), text))
            .orElseGet(() -> Diagnostic.without(JudgeCodes.PROTECTED, text)));
  }
}

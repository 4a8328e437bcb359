package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.stream.Stream;

/**
 * All elements can go back only where each keeps its old object until the last new one is good. A
 * kind that is switched off to be changed has one object all the time.
 */
final class KeptOldOnes implements Rule {
  private static final Term OFF = Term.literal(Value.text(Impact.POWER_OFF.word()));

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.program().instances()) {
      if (instance.common().update().goesBackWhole()) {
        KindSchema kind = facts.kind(instance);
        if (!RunningKinds.runs(kind)) {
          report.add(refuse(instance, "a `" + kind.name() + "` does not run"));
        } else if (impacts(kind).anyMatch(it -> it.anyLeaf(OFF::equals))) {
          report.add(refuse(instance, "a `" + kind.name() + "` is changed in its place"));
        }
      }
    }
  }

  private static Diagnostic refuse(Instance instance, String text) {
    return Diagnostic.at(
            RuleCodes.NO_OLD_ONE, instance.originOf(Path.of("update").field("on_failure")), text)
        .note("With `rollback_all` each element keeps its old one until the last new one is good.")
        .note("`rollback` takes back the change of the one that failed.");
  }

  private static Stream<Term> impacts(KindSchema kind) {
    return Stream.concat(
        kind.attributes().stream().map(Attribute::impact),
        kind.blocks().stream().flatMap(KeptOldOnes::impacts));
  }

  private static Stream<Term> impacts(Block block) {
    return Stream.of(
            Stream.of(block.impact()),
            block.added().stream(),
            block.removed().stream(),
            block.attributes().stream().map(Attribute::impact))
        .flatMap(it -> it);
  }
}

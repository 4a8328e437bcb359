package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.stream.Stream;

/** Whether what is in the objects of a kind is lost with them, and what their end costs then. */
final class HeldData {
  private HeldData() {}

  /** What it costs that an object of a kind goes. */
  static Impact removing(KindSchema kind) {
    return isIn(kind) ? Impact.DATA_LOSS : Impact.NONE;
  }

  /** What it costs that an object of a kind is made anew. */
  static Impact replacing(KindSchema kind) {
    return isIn(kind) ? Impact.DATA_LOSS : Impact.REPLACE;
  }

  /** Whether what is in the objects of a kind goes with them: its schema says so of some change. */
  static boolean isIn(KindSchema kind) {
    Stream<Attribute> attributes =
        Stream.concat(
            kind.attributes().stream(),
            kind.blocks().stream().flatMap(block -> block.attributes().stream()));
    return attributes.map(Attribute::impact).anyMatch(HeldData::mayLoseData);
  }

  private static boolean mayLoseData(Term impact) {
    return impact instanceof Term.Call(String ignored, var arguments)
        ? arguments.stream().anyMatch(HeldData::mayLoseData)
        : impact instanceof Term.Literal(Value.Text(String word))
            && Impact.of(word).filter(Impact::losesData).isPresent();
  }
}

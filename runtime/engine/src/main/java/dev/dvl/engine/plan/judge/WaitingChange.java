package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Live;
import java.util.Set;

/** Of a resource that is as it should be, and that is to be good for some time before others go. */
final class WaitingChange {
  private static final String WHY =
      "An earlier run changed it, and ended before it was seen to be good.";

  private WaitingChange() {}

  static Decision of(Fates fates, Instance instance, Live live) {
    return Subject.of(fates, instance, Set.of(Op.STEADY)).updated(live, Impact.NONE, WHY);
  }
}

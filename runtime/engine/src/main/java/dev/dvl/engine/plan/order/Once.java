package dev.dvl.engine.plan.order;

import dev.dvl.engine.provider.Handover;
import dev.dvl.engine.provider.Planned;

/** What a change passes on that can be had once on a host. */
enum Once {
  /** The name of its object. */
  NAME,
  /** What its object uses: ports, ranges of addresses, addresses. */
  USE;

  Handover of(Planned planned) {
    return switch (this) {
      case NAME -> planned.names();
      case USE -> planned.uses();
    };
  }
}

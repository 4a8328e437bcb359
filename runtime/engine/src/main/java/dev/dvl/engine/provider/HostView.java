package dev.dvl.engine.provider;

import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Inventory;
import java.util.Optional;

/** How much is known of a host while planning. */
public sealed interface HostView {

  record Readable(Facts facts, Inventory live) implements HostView {}

  /**
   * It is made in this apply, and must prove empty.
   *
   * @param local has no objects, and what files beside the program come to
   */
  record New(Facts assumed, Inventory local) implements HostView {}

  /** It is there, and cannot be asked: powered off, unreachable. */
  record Unreadable(String why, Optional<Facts> last) implements HostView {}
}

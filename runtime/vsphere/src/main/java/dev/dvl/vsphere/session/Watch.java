package dev.dvl.vsphere.session;

import java.time.Duration;
import java.util.OptionalDouble;

/** Who follows an operation. Progress may be told on a thread of its own. */
public interface Watch {
  /** The server has taken the task on; by its id it can be found again, for some minutes. */
  void started(Ref task);

  /** What is being waited for, and how far it is (0 to 1) where that is known. */
  void progress(String text, OptionalDouble fraction);

  /** How long the operation may take. */
  Duration limit();

  /** Whether who follows wants the operation to end: what can be given up is. */
  default boolean stopped() {
    return false;
  }

  /** Runs {@code stop} once when that is so; at once if it is so already. */
  default void onStop(Runnable stop) {}

  /** Nobody looks. */
  static Watch within(Duration limit) {
    return new Watch() {
      @Override
      public void started(Ref task) {}

      @Override
      public void progress(String text, OptionalDouble fraction) {}

      @Override
      public Duration limit() {
        return limit;
      }
    };
  }
}

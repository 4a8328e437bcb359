package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.VSphereException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries again what failed for a passing reason, with growing pauses. What changes something is
 * tried again only when it is certain that nothing was done.
 *
 * @param first the pause after the first failure; each next one is twice as long
 */
public record Backoff(Duration first, int tries) {
  public static final Backoff USUAL = new Backoff(Duration.ofMillis(150), 6);

  /** Something that may fail. */
  public interface Attempt<R> {
    R make() throws VSphereException;
  }

  public <R> R run(boolean reads, Attempt<R> attempt) throws VSphereException {
    for (int failed = 0; ; failed++) {
      try {
        return attempt.make();
      } catch (VSphereException e) {
        if (failed + 1 >= tries || !passing(e, reads) || !pause(failed)) {
          throw e;
        }
      }
    }
  }

  private static boolean passing(VSphereException e, boolean reads) {
    return e.is(Kind.UNREACHABLE)
        || e.fault().type().equals("TaskInProgress")
        || (reads && e.is(Kind.LOST));
  }

  /** A random part keeps many waiters from coming back at the same moment. */
  private boolean pause(int failed) {
    long longest = first.toMillis() << failed;
    try {
      Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

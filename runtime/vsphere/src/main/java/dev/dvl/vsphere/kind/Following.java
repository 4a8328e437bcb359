package dev.dvl.vsphere.kind;

import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Watch;
import java.time.Duration;
import java.util.OptionalDouble;

/** Lets the engine follow a task: its id is journaled, its progress is shown. */
public record Following(Run run, Duration limit) implements Watch {
  /** As long as a copy of large disks may take; the engine's own limit is shorter. */
  private static final Duration MOST = Duration.ofHours(24);

  public static Following of(Run run) {
    return new Following(run, MOST);
  }

  @Override
  public void started(Ref task) {
    run.resume(task.toString());
  }

  @Override
  public void progress(String text, OptionalDouble fraction) {
    run.progress(text, fraction);
  }

  @Override
  public boolean stopped() {
    return run.cancel().asked();
  }

  @Override
  public void onStop(Runnable stop) {
    run.cancel().onAsk(stop);
  }
}

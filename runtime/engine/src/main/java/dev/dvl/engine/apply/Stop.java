package dev.dvl.engine.apply;

import dev.dvl.engine.provider.Cancel;
import java.util.ArrayList;
import java.util.List;

/** A request to stop that can be made once; what listens is told in the thread that makes it. */
public final class Stop implements Cancel {
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean asked;

  /** Asks to stop. */
  public void ask() {
    List<Runnable> told;
    synchronized (waiting) {
      if (asked) {
        return;
      }
      asked = true;
      told = List.copyOf(waiting);
      waiting.clear();
    }
    told.forEach(Runnable::run);
  }

  @Override
  public boolean asked() {
    synchronized (waiting) {
      return asked;
    }
  }

  @Override
  public void onAsk(Runnable stop) {
    synchronized (waiting) {
      if (!asked) {
        waiting.add(stop);
        return;
      }
    }
    stop.run();
  }
}

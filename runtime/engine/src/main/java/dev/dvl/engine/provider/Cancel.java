package dev.dvl.engine.provider;

/** Whether somebody asked to stop. */
public interface Cancel {
  /** Is never asked. */
  Cancel NEVER =
      new Cancel() {
        @Override
        public boolean asked() {
          return false;
        }

        @Override
        public void onAsk(Runnable stop) {}
      };

  boolean asked();

  /** Runs {@code stop} once when asked; at once if that has happened already. */
  void onAsk(Runnable stop);
}

package dev.dvl.engine.provider;

/** The terminal of the person for whom a command runs. */
public interface Screen {

  /** What it understands: {@code xterm-256color}. */
  String type();

  Size size();

  /** Calls back, from any thread, when it has another size. */
  void onResize(Runnable resized);

  /** In characters. */
  record Size(int columns, int rows) {}
}

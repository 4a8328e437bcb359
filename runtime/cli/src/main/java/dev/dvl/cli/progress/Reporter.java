package dev.dvl.cli.progress;

import dev.dvl.engine.apply.ApplyListener;

/** Tells of an apply, and is asked now and then to tell what lasts. */
interface Reporter extends ApplyListener {
  void say(String line);

  /** Time went by. */
  void tick();

  /** Nothing follows. */
  void end();
}

package dev.dvl.engine.provider;

/** What a host that is waited for was doing before this apply. */
public enum Before {
  /** This apply makes it or starts it, and that takes its time. */
  NOT_RUNNING,
  /** It was running, and gave no answer: it may still be starting, or something in it is broken. */
  RUNNING
}

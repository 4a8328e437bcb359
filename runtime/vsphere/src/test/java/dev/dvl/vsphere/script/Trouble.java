package dev.dvl.vsphere.script;

import java.time.Duration;

/** What goes wrong with one call. */
public sealed interface Trouble {
  /** The server answers with a fault and does nothing. */
  record Refused(String type, String detail) implements Trouble {}

  /** The connection is closed before anything is done. */
  record Dropped() implements Trouble {}

  /** It is done, and the connection is closed without an answer. */
  record Lost() implements Trouble {}

  /** It is done, and half of the answer is sent. */
  record CutOff() implements Trouble {}

  /** It is done, and the answer takes its time. */
  record Slow(Duration delay) implements Trouble {}

  /** The server has forgotten all sessions, and what belongs to them. */
  record Expired() implements Trouble {}

  /** An answer of the script's own. */
  @SuppressWarnings("ArrayRecordComponent") // may be huge, and nobody compares or changes it
  record Instead(int status, byte[] body, String location) implements Trouble {}
}

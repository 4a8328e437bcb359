package dev.dvl.cli.worlds;

import java.util.List;
import java.util.Map;

/** What has to be known of a platform's calls to record them. */
interface Dialect {

  /** Whether a call may change something. */
  boolean changes(Message request);

  /** Whether an answer may be without an end: events, logs. */
  boolean streams(Message request);

  /** Those headers of a call without which it would be another one. */
  List<String> headers(Message request);

  /** The ids that an answer gives to what was made, by what they are. */
  Map<String, String> ids(Message request, Message answer);
}

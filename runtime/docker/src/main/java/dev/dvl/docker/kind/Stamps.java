package dev.dvl.docker.kind;

import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whose objects are, when calls are planned and made. */
public final class Stamps {
  private Stamps() {}

  /** The op that made an object, which a removal checks again; empty for one without a stamp. */
  public static Optional<String> op(Live live) {
    return live.stamp().map(Stamp::op);
  }

  /** Whether an object has the birth record that a call was given. */
  public static boolean isBorn(String kind, Json labels, Map<String, String> stamp) {
    return StampLabels.op(kind, labels.textFields()).equals(StampLabels.op(kind, stamp));
  }

  /** Whether an object is another one than the op made that is meant. */
  public static boolean isOther(String kind, Json labels, Optional<String> op) {
    return op.isPresent() && !op.get().equals(StampLabels.op(kind, labels.textFields()));
  }

  /** The labels of a new object: those that people gave, and the birth record. */
  public static Map<String, String> onto(Map<String, String> labels, Map<String, String> stamp) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.putAll(stamp);
    return all;
  }
}

package dev.dvl.docker.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import java.util.Map;
import java.util.TreeMap;

/** Birth records as arguments of ops. */
public final class Stamps {
  private Stamps() {}

  public static Value labels(Desired desired) {
    return labels(StampLabels.write(desired.birth()));
  }

  public static Value labels(Map<String, String> labels) {
    Map<String, Value> values = new TreeMap<>();
    labels.forEach((key, label) -> values.put(key, Value.text(label)));
    return Value.MapOf.of(values);
  }

  /** The op that made an object, which a removal checks again; null for one without a stamp. */
  public static Value op(Live live) {
    return live.stamp().map(Stamp::op).map(Value::text).orElse(Value.Null.NULL);
  }
}

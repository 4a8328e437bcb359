package dev.dvl.docker.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.CallArguments;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a call is told that makes an object which cannot be changed.
 *
 * @param stamp the birth record as labels
 * @param want the attributes
 * @param again the op of what was to take its place. It may be there still itself, where the call
 *     that was to remove it has failed without its effect; and so may the other, in its way
 */
public record Creation(
    String name, SortedMap<String, String> stamp, Value.ObjectOf want, Optional<String> again)
    implements CallArguments {

  /** One as it was, under its own birth record. */
  static Creation again(Live live, Desired desired) {
    return new Creation(
        live.ref().name(),
        live.stamp().map(StampLabels::write).orElseGet(Collections::emptySortedMap),
        Value.ObjectOf.of(live.values()),
        Optional.of(desired.birth().op()));
  }

  static Creation of(Desired desired) {
    return new Creation(
        ResourceName.of(desired),
        StampLabels.write(desired.birth()),
        Value.ObjectOf.of(desired.values()),
        Optional.empty());
  }
}

package dev.dvl.docker.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.CallArguments;
import java.util.SortedMap;

/**
 * What a call is told that makes an object which cannot be changed.
 *
 * @param stamp the birth record as labels
 * @param want the attributes
 */
public record Creation(String name, SortedMap<String, String> stamp, Value.ObjectOf want)
    implements CallArguments {

  static Creation of(Desired desired) {
    return new Creation(
        ResourceName.of(desired),
        StampLabels.write(desired.birth()),
        Value.ObjectOf.of(desired.values()));
  }
}

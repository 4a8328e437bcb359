package dev.dvl.engine.host;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import java.util.Map;
import java.util.Optional;

/**
 * What objects tell as they are now.
 *
 * @param objects by the resources that they stand for
 */
public record LiveSources(Map<Address, Live> objects) implements Sources {
  @Override
  public Optional<Value> read(Address resource, Path path) {
    return Optional.ofNullable(objects.get(resource)).map(live -> shown(live, path));
  }

  @Override
  public Optional<Ref> object(Address resource) {
    return Optional.ofNullable(objects.get(resource)).map(Live::ref);
  }

  @Override
  public Optional<String> unreadable(Address resource) {
    return Optional.ofNullable(objects.get(resource)).flatMap(Live::unreadable);
  }

  private static Value shown(Live live, Path path) {
    Value output = live.output(path.attribute());
    return ValuePart.of(output.isNull() ? live.value(path.attribute()) : output, path);
  }
}

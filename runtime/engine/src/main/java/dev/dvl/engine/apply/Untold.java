package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/**
 * What is known of resources once all that was to be told of them has been: what they may be
 * without from the beginning, and have not told, they have not. An op that reads an output comes
 * after those that tell it, so this is so where its arguments are filled in.
 */
record Untold(World world, Kinds kinds) implements Environment {
  @Override
  public Optional<Value> read(Address resource, Path path) {
    return world.read(resource, path).or(() -> nothing(resource, path.attribute()));
  }

  private Optional<Value> nothing(Address resource, String output) {
    return world
        .object(resource)
        .flatMap(object -> kinds.find(object.kind()))
        .flatMap(kind -> kind.output(output))
        .filter(KindSchema.Output::isNothingUntold)
        .map(without -> Value.Null.NULL);
  }

  @Override
  public Optional<Value> secret(String name) {
    return world.secret(name);
  }
}

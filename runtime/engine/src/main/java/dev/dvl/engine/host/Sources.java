package dev.dvl.engine.host;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.Optional;

/**
 * What is known of the resources that hosts are made by, or that the blocks of hosts read: while
 * planning from what was read, while applying also from what calls found out.
 */
public interface Sources {
  /** Nothing is known of any resource: enough for hosts that stand by themselves. */
  Sources NONE =
      new Sources() {
        @Override
        public Optional<Value> read(Address resource, Path path) {
          return Optional.empty();
        }

        @Override
        public Optional<Ref> object(Address resource) {
          return Optional.empty();
        }
      };

  /** An output of a resource, where it is known. */
  Optional<Value> read(Address resource, Path path);

  /** The object that a resource is on its platform now. */
  Optional<Ref> object(Address resource);

  /** Why the object of a resource, which is there, cannot be read now. */
  default Optional<String> unreadable(Address resource) {
    return Optional.empty();
  }
}

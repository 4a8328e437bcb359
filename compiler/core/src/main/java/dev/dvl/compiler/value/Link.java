package dev.dvl.compiler.value;

import java.util.Optional;

/**
 * Something else that a resource speaks of. In a plan it is a resource or a name; when a call is
 * made, the platform's id of its object stands in the place of a resource.
 */
public sealed interface Link {

  /** A resource of the program. */
  record Resource(Value.Ref ref) implements Link {}

  /** An object, by the platform's id. */
  record Id(String id) implements Link {}

  /** Something that others keep, as the program names it. */
  record Name(String name) implements Link {}

  default Optional<Value.Ref> resource() {
    return this instanceof Resource(Value.Ref ref) ? Optional.of(ref) : Optional.empty();
  }

  /** The id, where one is known. */
  default Optional<String> objectId() {
    return this instanceof Id(String id) ? Optional.of(id) : Optional.empty();
  }

  /** The name, where the program wrote one. */
  default Optional<String> given() {
    return this instanceof Name(String name) ? Optional.of(name) : Optional.empty();
  }

  /**
   * The id or the name, for platforms that take either in the same place.
   *
   * @throws IllegalStateException for a resource: only what a call is made with has an id
   */
  default String text() {
    return switch (this) {
      case Id(String id) -> id;
      case Name(String name) -> name;
      case Resource(Value.Ref ref) ->
          throw new IllegalStateException("`" + ref.address() + "` is not resolved yet");
    };
  }
}

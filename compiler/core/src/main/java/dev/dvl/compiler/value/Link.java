package dev.dvl.compiler.value;

import java.util.Map;
import java.util.Optional;

/**
 * Something else that a resource speaks of. In a plan it is a resource or a name; when a call is
 * made, the platform's id of its object stands in the place of a resource.
 */
public sealed interface Link {

  /** What dvl has made, or is going to. */
  sealed interface Made extends Link {}

  /** A resource of the program. */
  record Resource(Value.Ref ref) implements Made {}

  /** An object, by the platform's id. */
  record Id(String id) implements Made {}

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

  /** A resource, or the id that stands in its place. */
  static Optional<Made> made(Value value) {
    return switch (value) {
      case Value.Ref ref -> Optional.of(new Resource(ref));
      case Value.Text(String id) -> Optional.of(new Id(id));
      case Value ignored -> Optional.empty();
    };
  }

  /** As {@link #made}, but a text is a name, and what is made stands in a field {@code id}. */
  static Optional<Link> of(Value value) {
    return switch (value) {
      case Value.Text(String name) -> Optional.of(new Name(name));
      case Value.Ref ref -> Optional.of(new Resource(ref));
      case Value.ObjectOf object when object.fields().size() == 1 ->
          made(object.field(ID)).map(Link.class::cast);
      case Value ignored -> Optional.empty();
    };
  }

  /** The value of which {@link #of} makes this, where names and ids are told apart. */
  default Value value() {
    return switch (this) {
      case Name(String name) -> Value.text(name);
      case Made made -> Value.ObjectOf.of(Map.of(ID, plain(made)));
    };
  }

  /** The value of which {@link #made} makes that. */
  static Value plain(Made made) {
    return switch (made) {
      case Resource(Value.Ref ref) -> ref;
      case Id(String id) -> Value.text(id);
    };
  }

  /** The field in which an id stands where it must be told from a name. */
  String ID = "id";
}

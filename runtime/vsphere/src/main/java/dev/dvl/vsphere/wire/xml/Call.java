package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method of a managed object with its parameters.
 *
 * @param <R> what it returns
 */
public interface Call<R> {

  /** What a method returns that returns nothing. */
  enum Done {
    DONE
  }

  /** The object that it is called on. */
  Ref self();

  /** Its name on the wire. */
  String method();

  /** Whether it changes nothing, so that it may be sent again when an answer was lost. */
  boolean reads();

  /** Writes the parameters in the order that the server wants. */
  void write(XmlOut out);

  /** What the elements {@code returnval} of an answer mean. */
  R result(List<Tree> returned);

  /** Reads the one element that must be there. */
  static <T> T one(List<Tree> returned, Function<Tree, T> reader) {
    return maybe(returned, reader)
        .orElseThrow(() -> new MalformedAnswer("the answer has no returnval"));
  }

  /** Reads the element if it is there. */
  static <T> Optional<T> maybe(List<Tree> returned, Function<Tree, T> reader) {
    return returned.stream().findFirst().map(reader);
  }

  /** Reads all elements. */
  static <T> List<T> many(List<Tree> returned, Function<Tree, T> reader) {
    return returned.stream().map(reader).toList();
  }
}

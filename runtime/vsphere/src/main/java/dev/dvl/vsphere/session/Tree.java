package dev.dvl.vsphere.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value as the server gave it, with everything in it: a text, a link to an object, or a structure
 * with children. Nothing is left out because nobody knows it.
 *
 * @param name the element's name
 * @param type the type that the server says it has ({@code VirtualDisk}, {@code
 *     ArrayOfVirtualDevice}, {@code xsd:string}); empty where it follows from the place
 * @param linked the type of the object that the text names; empty when it is no link
 * @param text the text; empty for a structure
 */
public record Tree(String name, String type, String linked, String text, List<Tree> children) {
  public Tree {
    children = List.copyOf(children);
  }

  /** A text of the XML Schema type {@code type}, such as {@code string}. */
  public static Tree scalar(String name, String type, String text) {
    return new Tree(name, "xsd:" + type, "", text, List.of());
  }

  /** A structure. */
  public static Tree of(String name, String type, List<Tree> children) {
    return new Tree(name, type, "", "", children);
  }

  /** The first child of that name. */
  public Optional<Tree> child(String wanted) {
    return children.stream().filter(it -> it.name.equals(wanted)).findFirst();
  }

  /** All children of that name, in their order. */
  public List<Tree> all(String wanted) {
    return children.stream().filter(it -> it.name.equals(wanted)).toList();
  }

  /** What stands at a path of names with dots between them. */
  public Optional<Tree> at(String path) {
    Optional<Tree> found = Optional.of(this);
    for (String step : path.split("\\.", -1)) {
      found = found.flatMap(it -> it.child(step));
    }
    return found;
  }

  /** The text at a path. */
  public Optional<String> text(String path) {
    return at(path).map(Tree::text);
  }

  /** The whole number at a path; empty also when something else stands there. */
  public Optional<Long> number(String path) {
    return text(path).flatMap(Tree::parsed);
  }

  /** The truth value at a path. */
  public Optional<Boolean> bool(String path) {
    return text(path).map(it -> it.equals("true") || it.equals("1"));
  }

  /** The object at a path. */
  public Optional<Ref> ref(String path) {
    return at(path).flatMap(Tree::ref);
  }

  /** The object that this is a link to. */
  public Optional<Ref> ref() {
    return linked.isEmpty() ? Optional.empty() : Optional.of(new Ref(linked, text));
  }

  /** The objects that this array of links names. */
  public List<Ref> refs() {
    return children.stream().map(Tree::ref).flatMap(Optional::stream).toList();
  }

  /** The elements of an array of type {@code ArrayOf…}. */
  public <T> List<T> each(Function<Tree, T> reader) {
    return children.stream().map(reader).toList();
  }

  /** This tree and all below it. */
  public Stream<Tree> walk() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Tree::walk));
  }

  /** The same under another name. */
  public Tree named(String other) {
    return new Tree(other, type, linked, text, children);
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

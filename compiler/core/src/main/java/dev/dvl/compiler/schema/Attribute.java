package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import java.util.List;
import java.util.Optional;

/**
 * An attribute of a kind or of a block.
 *
 * <p>Terms here may read these variables: {@code it} (the wanted value, with what unset means
 * filled in), {@code was} (the live one), the other attributes of the kind by name ({@code
 * memory}), blocks as objects (null where they are not there), and the place under the name that
 * the kind gives it ({@code engine}), an object of its facts. An impact may also read {@code live},
 * the object as it is: its attributes, blocks and outputs, and {@code used}, the ids and names
 * under which the objects that it is to use will be found.
 *
 * @param known whether it must be known when planning
 * @param impact the cost of a change, a term that yields an {@link Impact} word
 * @param companions attributes that must be sent along when this one changes
 * @param elements what is to be known of the elements of a set or list of objects
 * @param samePlace whether resources referred to must stand on the same place
 * @param resolved whether only the outside world tells its value: a program cannot set it, planning
 *     finds it in local files or is told by the provider's reader
 * @param digest which local files a resolved value stands for
 * @param consumes capacity of the place that this attribute uses: {@code engine.memory}
 */
public record Attribute(
    String name,
    String doc,
    Type type,
    boolean known,
    Default unset,
    Optional<Type.Condition> where,
    Term impact,
    List<String> companions,
    Merge merge,
    Readback readback,
    boolean resolved,
    Optional<Digest> digest,
    Optional<Unique> unique,
    Elements elements,
    boolean samePlace,
    Optional<String> consumes,
    Optional<String> since,
    Optional<String> deprecated) {

  public Attribute {
    companions = List.copyOf(companions);
  }

  /** Whether a program must set it. */
  public boolean required() {
    return !(type instanceof Type.Maybe) && unset instanceof Default.Unmanaged && !resolved;
  }

  /** What an attribute that the program leaves out means. */
  public sealed interface Default {
    /** {@code = value}: sent as if the program had written it. */
    record Sent(Term value) implements Default {}

    /** {@code engine(v)}: the platform's known default; compared, never sent. */
    record Engine(Term value) implements Default {}

    /** {@code image(path, v)}: what the image's configuration says, else {@code v}. */
    record Image(String path, Optional<Term> otherwise) implements Default {}

    /** {@code made()}: dvl makes it from stack and address. */
    record Made() implements Default {}

    /** Nothing is known: left alone unless dvl once set it. */
    record Unmanaged() implements Default {}

    /** {@code if c then engine(v) else made()}: one or the other, by a condition over the kind. */
    record When(Term condition, Default then, Default otherwise) implements Default {}
  }

  /**
   * Whether a map or set belongs to dvl as a whole or key by key; in the second case what the image
   * or others put beside the program's entries stays.
   */
  public enum Merge {
    WHOLE,
    KEYS
  }

  /** What the platform shows of a value. */
  public enum Readback {
    /** The value. */
    VALUE,
    /** Nothing; a fingerprint stands in the birth record. */
    HASH,
    /** Nothing, and it is dvl's own affair: never compared. */
    NEVER
  }

  /**
   * Whether it is the name under which a resource stands on its platform, alone or among the names
   * of kinds that it shares them with.
   */
  public boolean isName() {
    return unique
        .filter(it -> it.resource().isEmpty() || unset instanceof Default.Made)
        .isPresent();
  }

  /**
   * The local files that a value is the digest of, so that a change of a file is a change of the
   * resource. The attributes stand beside it, in the same block.
   */
  public sealed interface Digest {
    /**
     * {@code copies(files.source)}: of each file that an element of {@code attribute} is a copy of;
     * the digest stands under what identifies the element.
     *
     * @param source the field that names the file
     */
    record Copies(String attribute, String source) implements Digest {}

    /**
     * {@code context(folder, file, arguments)}: of all that a build reads: a folder less what its
     * ignore file names, and the file in it that says what is built.
     *
     * @param folder the attribute that names the folder
     * @param file the attribute that names the file, from the folder
     * @param arguments the attribute that gives the file's arguments their values, by name
     */
    record Context(String folder, String file, String arguments) implements Digest {}
  }

  /** The field that identifies an element. */
  public Optional<String> by() {
    return elements.by();
  }

  /**
   * Whether the value, an element, or the field that identifies an element is of a built-in type:
   * what ports and ranges claim in a scope is more than the value that is written.
   */
  public boolean claims(ScalarKind kind) {
    Type element = ElementTypes.element(type).orElse(type);
    return by().map(field -> ElementTypes.fields(element, field)).orElse(List.of(element)).stream()
        .anyMatch(it -> ElementTypes.is(it, kind));
  }

  /**
   * A scope in which values may occur once: {@code engine}, or {@code engine.host_ports}. Port
   * mappings may share no port of the host, and ranges of addresses may not overlap.
   *
   * @param apart the attribute by which the platform keeps equal values apart, such as a folder
   */
  public record Unique(String scope, Optional<String> resource, Optional<String> apart) {}

  /**
   * What is to be known of the elements of a set or list of objects.
   *
   * @param by the field that identifies an element; an element that is no object stands for an
   *     object with only this field
   * @param own the fields whose values nobody else may have at the same time: an address lies in
   *     the ranges of what {@code by} refers to
   * @param inside the fields that lie in the range of addresses that {@code by} is: addresses there
   *     are taken
   * @param first the one of these that is the first free address where it is left out
   * @param cards where the entries of a map are addresses with their prefixes, or words: whose
   * @param within the attribute beside it in whose ranges each element is an address
   */
  public record Elements(
      Optional<String> by,
      List<String> own,
      List<String> inside,
      Optional<String> first,
      Optional<Cards> cards,
      Optional<String> within) {
    public static final Elements NONE =
        new Elements(
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Elements {
      own = List.copyOf(own);
      inside = List.copyOf(inside);
    }
  }

  /**
   * What has the addresses of a map, under its keys.
   *
   * @param block whose labels they are
   * @param network the attribute in it that says which network that one is in
   */
  public record Cards(String block, String network) {}
}

package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import java.util.List;
import java.util.Optional;

/**
 * All that dvl knows about one kind of resource or host, as its schema file says it.
 *
 * @param identity how an object of the platform is known to be ours
 * @param rewritable whether the record that an object carries can be written anew: the provider has
 *     a call that does where an object is taken over, and one that takes it off where it is
 *     forgotten. Otherwise the program's line and the ledger say the rest
 * @param startsFirst whether a new object always comes before the old one goes, whatever order the
 *     program asks for: they do not get into each other's way, as builds of an image do not
 * @param placedOn the interface of the place it stands on; hosts have none
 * @param host whether it is a kind of host: written {@code host NAME: KIND}
 * @param provides interfaces that its instances offer to others as a place
 */
public record KindSchema(
    String name,
    String doc,
    Identity identity,
    boolean rewritable,
    boolean startsFirst,
    Optional<String> placedOn,
    boolean host,
    List<Attribute> attributes,
    List<Block> blocks,
    List<Output> outputs,
    List<State> states,
    List<Provides> provides,
    List<Check> checks) {

  public KindSchema {
    attributes = Named.of(attributes, Attribute::name);
    blocks = Named.of(blocks, Block::name);
    outputs = List.copyOf(outputs);
    states = List.copyOf(states);
    provides = List.copyOf(provides);
    checks = List.copyOf(checks);
  }

  public Optional<Attribute> attribute(String name) {
    return Named.find(attributes, name);
  }

  public Optional<Block> block(String name) {
    return Named.find(blocks, name);
  }

  public Optional<Output> output(String name) {
    for (Output it : outputs) {
      if (it.name().equals(name)) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  public Optional<State> state(String name) {
    for (State it : states) {
      if (it.name().equals(name)) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  /** How an object is known to be ours. */
  public enum Identity {
    /** By a record that the call which makes it writes on it. */
    BORN,
    /** By a record that a second call writes on it. */
    MARKED,
    /** By its natural key: whoever claims the name has it, so none is adopted. */
    NAMED,
    /** As settings of another object, which has the record. */
    PART;

    /** Whether an object carries a record of whose it is. */
    public boolean isRecorded() {
      return this == BORN || this == MARKED;
    }
  }

  /**
   * Something the platform tells about an instance.
   *
   * @param changesOn what makes it change
   * @param example what a platform might tell, where a text has a form of its own
   * @param since the state of the instance from which on it is told; without one it is told as soon
   *     as the instance is there
   */
  public record Output(
      String name,
      String doc,
      Type type,
      Optional<Impact> changesOn,
      Optional<String> example,
      Optional<String> since) {

    /** Whether an instance may have nothing to tell, as a machine that is off has no address. */
    public boolean mayBeNothing() {
      return type instanceof Type.Maybe;
    }

    /**
     * Whether it is nothing where an instance that is there does not tell it. What is told from
     * some state on may only be late.
     */
    public boolean isNothingUntold() {
      return mayBeNothing() && since.isEmpty();
    }
  }

  /** A state that others may wait for. {@code requires}: what must hold for it to be reachable. */
  public record State(String name, String doc, Optional<Term> requires) {}

  /**
   * An interface offered to others as a place, under a condition over the attributes.
   *
   * @param host the host that the instance is to others, where it is none by its own kind
   */
  public record Provides(String name, Optional<Term> condition, Optional<OfferedHost> host) {}

  /**
   * A host that is there once an instance is, such as the engine in a machine.
   *
   * @param kind of the host
   * @param after the state of the instance in which the host can be reached
   * @param values what the host's block would say: an object over attributes and outputs of the
   *     instance
   */
  public record OfferedHost(String kind, String after, Term values) {}

  /** A rule over the attributes of one instance. */
  public record Check(String title, List<Type.Condition> assertions) {
    public Check {
      assertions = List.copyOf(assertions);
    }
  }
}

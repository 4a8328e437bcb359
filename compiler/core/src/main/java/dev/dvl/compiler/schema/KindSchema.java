package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import java.util.List;
import java.util.Optional;

/**
 * All that dvl knows about one kind of resource or host, as its schema file says it.
 *
 * @param identity how an object of the platform is known to be ours
 * @param placedOn the interface of the place it stands on; hosts have none
 * @param host whether it is a kind of host: written {@code host NAME: KIND}
 * @param provides interfaces that its instances offer to others as a place
 */
public record KindSchema(
    String name,
    String doc,
    Identity identity,
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
    /** By a stamp in the create call. */
    BORN,
    /** By a second call. */
    MARKED,
    /** By its natural key. */
    NAMED,
    /** As settings of another object. */
    PART
  }

  /**
   * Something the platform tells about an instance.
   *
   * @param changesOn what makes it change
   * @param example what a platform might tell, where a text has a form of its own
   */
  public record Output(
      String name, String doc, Type type, Optional<Impact> changesOn, Optional<String> example) {}

  /** A state that others may wait for. {@code requires}: what must hold for it to be reachable. */
  public record State(String name, String doc, Optional<Term> requires) {}

  /** An interface offered to others as a place, under a condition over the attributes. */
  public record Provides(String name, Optional<Term> condition) {}

  /** A rule over the attributes of one instance. */
  public record Check(String title, List<Type.Condition> assertions) {
    public Check {
      assertions = List.copyOf(assertions);
    }
  }
}

package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the calls on containers are told. A {@code container} is an id, or the name in the making
 * where it has none yet; a {@code name} is what people know it by; an {@code op} is the one that
 * made it, where dvl did.
 */
public final class ContainerArguments {
  private ContainerArguments() {}

  /**
   * What is made.
   *
   * @param stamp the birth record as labels
   * @param want the attributes that are part of the request
   * @param inherits the container whose volumes it takes over that nobody named, if it does
   * @param without the paths of those that it leaves to that container
   */
  public record Creation(
      String name,
      SortedMap<String, String> stamp,
      Field<String> platform,
      Value.ObjectOf want,
      Optional<String> inherits,
      List<String> without)
      implements CallArguments {}

  /**
   * A file for a container.
   *
   * @param file as it stands among the attributes
   * @param into the folder in which it is unpacked; empty for the root
   */
  public record Upload(String container, Value file, Optional<String> into)
      implements CallArguments {}

  /** What is started. */
  public record Start(String container, String name) implements CallArguments {}

  /** What is stopped. */
  public record Stop(String container, String name, Optional<String> op) implements CallArguments {}

  /**
   * What is waited for.
   *
   * @param until a state that the schema knows
   */
  public record Wait(String container, String name, String until, Duration timeout)
      implements CallArguments {}

  /**
   * What is to be good for some time.
   *
   * @param window for how long
   * @param timeout how long it may take to become so
   */
  public record Steady(String container, String name, Duration window, Duration timeout)
      implements CallArguments {}

  /**
   * What ends what it has begun.
   *
   * @param time for how long it may
   */
  public record Drain(String container, String name, Duration time) implements CallArguments {}

  /** The new name of a container. */
  public record Rename(String container, String name, Optional<String> op)
      implements CallArguments {}

  /**
   * What is changed on a container that stays.
   *
   * @param want the attributes that change, and those that go with them
   * @param withoutPidsLimit whether the limit of processes goes, for which the engine has a value
   *     of its own
   */
  public record Update(String container, Value.ObjectOf want, Optional<Boolean> withoutPidsLimit)
      implements CallArguments {}

  /**
   * What is to go. With an {@code op} it is the one that this op made, under either name.
   *
   * @param force whether it may still run
   */
  public record Removal(String container, String name, Optional<String> op, Optional<Boolean> force)
      implements CallArguments {}

  /**
   * A network to join.
   *
   * @param membership an element of {@code networks}
   */
  public record Join(String container, Value membership) implements CallArguments {}

  /** A network to leave, for good or to come back without a name. */
  public record Leave(String container, Field<Link.Made> network) implements CallArguments {}
}

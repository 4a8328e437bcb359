package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.kind.OnObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the calls on machines and templates are told. */
public final class MachineArguments {
  private MachineArguments() {}

  /** A call on a machine, which has a name for people. */
  public interface OnMachine extends OnObject {
    String name();
  }

  /**
   * {@code vm.create} and {@code template.create}.
   *
   * @param making the name in the making of what is imported
   */
  public record Creation(String name, Value.ObjectOf want, String birth, Optional<String> making)
      implements CallArguments {}

  /** Calls that are told nothing else: {@code vm.suspend}, {@code vm.unmark}, {@code vm.remove}. */
  public record Only(Link.Made object, String name) implements OnMachine {}

  /** {@code vm.upgrade}. */
  public record Upgrade(Link.Made object, String name, Field<Long> version) implements OnMachine {}

  /**
   * {@code vm.configure}.
   *
   * @param set what differs, as it is to be
   * @param gone labels of disks that are to go
   * @param guest whether the guest is told what it is
   * @param birth the record, where it is to say something else
   * @param hostKey the key that its SSH server gets, of a machine that is being made
   */
  public record Configuration(
      Link.Made object,
      String name,
      Value.ObjectOf set,
      List<String> gone,
      Optional<Boolean> guest,
      Optional<String> birth,
      Optional<Value.ObjectOf> hostKey)
      implements OnMachine {}

  /** {@code vm.customize} and {@code vm.relocate}. */
  public record Wish(Link.Made object, String name, Value.ObjectOf want) implements OnMachine {}

  /**
   * {@code vm.fields}.
   *
   * @param set texts by the names of custom attributes; an empty one unsets it
   */
  public record Fields(Link.Made object, String name, Value set) implements OnMachine {}

  /**
   * {@code vm.commit}.
   *
   * @param making the name that it has until then
   * @param cards the labels of its cards
   */
  public record Commit(Link.Made object, String name, Optional<String> making, Set<String> cards)
      implements OnMachine {}

  /**
   * {@code vm.mark}.
   *
   * @param labels of its devices, as they stand in the extra configuration
   */
  public record Mark(Link.Made object, String name, String birth, Optional<Value.MapOf> labels)
      implements OnMachine {}

  /**
   * {@code vm.start}, {@code vm.wait} and {@code vm.address}.
   *
   * @param wait_ the block of that name
   */
  public record Start(Link.Made object, String name, Optional<Value.ObjectOf> wait_)
      implements OnMachine {}

  /**
   * {@code vm.steady}.
   *
   * @param window for how long it is to be good
   */
  public record Steady(Link.Made object, String name, Duration window) implements OnMachine {}

  /**
   * {@code vm.drain}.
   *
   * @param time for how long it may end what it has begun
   */
  public record Drain(Link.Made object, String name, Duration time) implements OnMachine {}

  /**
   * {@code vm.stop}.
   *
   * @param shutdown the block of that name
   */
  public record Stop(Link.Made object, String name, Value.ObjectOf shutdown) implements OnMachine {}

  /** {@code vm.rename}. */
  public record Rename(Link.Made object, String name, String to) implements OnMachine {}

  /** {@code vm.move}; no folder is the host's. */
  public record Move(Link.Made object, String name, Field<Link> folder) implements OnMachine {}

  /**
   * {@code vm.discard} and {@code template.discard}.
   *
   * @param op the op that made what goes
   */
  public record Discard(String name, String op) implements CallArguments {}

  /** {@code template.commit}. */
  public record TemplateCommit(Link.Made object, String name, Field<String> annotation)
      implements OnMachine {}

  /**
   * {@code template.change}.
   *
   * @param want what it is to be besides its name, if anything
   * @param birth the record, where it is to say something else
   */
  public record TemplateChange(
      Link.Made object,
      String name,
      String to,
      Optional<Value.ObjectOf> want,
      Optional<String> birth)
      implements OnMachine {}
}

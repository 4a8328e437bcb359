package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.kind.OnObject;

/** What the calls on snapshots are told. */
public final class SnapshotArguments {
  private SnapshotArguments() {}

  /** {@code snapshot.create}. */
  public record Creation(
      String name,
      Field<Link> vm,
      Field<String> description,
      Field<Boolean> memory,
      Field<Boolean> quiesce,
      String birth)
      implements CallArguments {}

  /** {@code snapshot.change}. */
  public record Change(
      Link.Made object, String name, Field<Link> vm, Field<String> description, String birth)
      implements OnObject {}

  /** {@code snapshot.revert}. */
  public record Revert(Link.Made object, String name, Field<Link> vm) implements OnObject {}

  /**
   * {@code snapshot.remove}.
   *
   * @param children whether those that were taken after it go with it
   */
  public record Removal(Link.Made object, String name, boolean children) implements OnObject {}
}

package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.kind.OnObject;

/** What the calls on tags and on categories are told. */
final class LabelArguments {
  private LabelArguments() {}

  /** {@code KIND.create}. */
  record Creation(String name, Value.ObjectOf want) implements CallArguments {}

  /**
   * {@code KIND.update}.
   *
   * @param whole whether what is not said gets its default; otherwise it stays as it is
   */
  record Update(Link.Made object, String name, Value.ObjectOf want, boolean whole)
      implements OnObject {}
}

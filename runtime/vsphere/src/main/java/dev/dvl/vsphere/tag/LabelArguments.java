package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.kind.OnObject;
import java.util.Optional;

/** What the calls on tags and on categories are told. */
final class LabelArguments {
  private LabelArguments() {}

  /**
   * {@code KIND.create}.
   *
   * @param old the id of one that is to be there again. It may be there still itself, where the
   *     call that was to remove it has failed without its effect
   * @param instead what was to take its place is called; it may be there, where the call that was
   *     to make it has failed after its effect
   */
  record Creation(String name, Value.ObjectOf want, Optional<String> old, Optional<String> instead)
      implements CallArguments {}

  /**
   * {@code KIND.update}.
   *
   * @param whole whether what is not said gets its default; otherwise it stays as it is
   */
  record Update(Link.Made object, String name, Value.ObjectOf want, boolean whole)
      implements OnObject {}
}

package dev.dvl.vsphere.marked;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.kind.OnObject;
import java.util.Optional;
import java.util.Set;

/** What the calls on marked objects are told. */
final class MarkedArguments {
  private MarkedArguments() {}

  /**
   * {@code KIND.create}.
   *
   * @param making the name in the making
   */
  record Creation(String making, Value.ObjectOf want) implements CallArguments {}

  /** {@code KIND.commit} and {@code KIND.mark}, with the birth record. */
  record Mark(Link.Made object, String name, String birth) implements OnObject {}

  /**
   * {@code KIND.update}.
   *
   * @param whole whether what is not said gets its default; otherwise it stays as it is
   * @param changed the attributes that differ
   * @param birth the record, where it is to say something else
   */
  record Update(
      Link.Made object,
      String name,
      Value.ObjectOf want,
      boolean whole,
      Set<String> changed,
      Optional<String> birth)
      implements OnObject {}

  /** {@code KIND.unmark}. */
  record Unmark(Link.Made object, String name) implements OnObject {}
}

package dev.dvl.vsphere.named;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import java.util.Set;

/** What the calls on named objects are told. */
final class NamedArguments {
  private NamedArguments() {}

  /**
   * {@code KIND.put}.
   *
   * @param whole whether what is not said gets its default; otherwise it stays as it is
   * @param changed the attributes that differ
   */
  record Put(Value.ObjectOf want, boolean whole, Set<String> changed, String birth)
      implements CallArguments {}

  /**
   * {@code KIND.remove}.
   *
   * @param object the key
   */
  record Removal(String object) implements CallArguments {}
}

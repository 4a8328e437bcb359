package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of adopted objects, which keep them: a resource that writes none has that of its {@code
 * adopt} line, without the path before it.
 */
final class AdoptedNames {
  private final UnfoldedModule module;
  private final Map<Address, Item.Adopt> lines = new HashMap<>();

  AdoptedNames(UnfoldedModule module, List<Item.Adopt> adoptions) {
    this.module = module;
    for (Item.Adopt line : adoptions) {
      address(line).ifPresent(address -> lines.putIfAbsent(address, line));
    }
  }

  /** What is wrong with a line is told where lines are read. */
  private static Optional<Address> address(Item.Adopt line) {
    try {
      return Addresses.of(line.address()).exact();
    } catch (Failure toldElsewhere) {
      return Optional.empty();
    }
  }

  /** The name of what a resource adopts, where there is a line. */
  Optional<String> of(Address resource) {
    return Optional.ofNullable(lines.get(resource))
        .flatMap(this::said)
        .map(text -> text.substring(text.lastIndexOf('/') + 1))
        .filter(name -> !name.isEmpty());
  }

  private Optional<String> said(Item.Adopt line) {
    try {
      Value name =
          module.expressions().known(line.platformName(), module.module(), "an adopted name");
      return name instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    } catch (Failure toldElsewhere) {
      return Optional.empty();
    }
  }
}

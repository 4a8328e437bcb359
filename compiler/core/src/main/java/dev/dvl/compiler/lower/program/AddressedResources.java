package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AddressPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program has at addresses, as far as that is known.
 *
 * @param broken whether something was wrong with the instances, so that some may be missing
 */
record AddressedResources(Run run, List<Instance> instances, boolean broken) {
  private static final int MOST_NAMED = 5;

  Optional<Instance> at(AddressPattern pattern) {
    return instances.stream().filter(it -> pattern.matches(it.address())).findFirst();
  }

  /** One kind on one place: there a name stands for one object. */
  boolean alike(Address one, Address other) {
    Optional<Instance> first = at(AddressPattern.of(one));
    Optional<Instance> second = at(AddressPattern.of(other));
    return first.isPresent()
        && second.isPresent()
        && first.get().kind().equals(second.get().kind())
        && first.get().place().equals(second.get().place());
  }

  /** Reports an address at which nothing is; with open keys there may be nothing yet. */
  void demand(AddressPattern address, Span span) {
    if (address.open() > 0 || at(address).isPresent() || unsure(address)) {
      return;
    }
    Diagnostic missing =
        Diagnostic.at(
            IdentityCodes.NOTHING_THERE, span, "the program has no resource `" + address + "`");
    run.report()
        .report(
            isDeclared(address)
                ? missing.note("There is a resource of that name, with other keys or none.")
                : missing);
  }

  /** Whether a single resource is at an address; where not, that is reported. */
  boolean hasOne(Address address, Span span) {
    AddressPattern pattern = AddressPattern.of(address);
    Optional<Instance> found = at(pattern);
    if (found.isEmpty() || found.get().address().equals(address)) {
      demand(pattern, span);
      return found.isPresent();
    }
    String inside =
        instances.stream()
            .map(Instance::address)
            .filter(pattern::matches)
            .limit(MOST_NAMED)
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(", "));
    run.report()
        .report(
            Diagnostic.at(
                    IdentityCodes.NOTHING_THERE,
                    span,
                    "`" + address + "` is no resource, it holds some")
                .note("An object is that of one resource: " + inside + "."));
    return false;
  }

  /** Instances are missing where something is wrong, or hangs on a parameter that is not given. */
  private boolean unsure(AddressPattern address) {
    return broken || (isDeclared(address) && !run.report().unevaluated().isEmpty());
  }

  /** Whether the program has a resource, or a use of a component, of the first name. */
  private boolean isDeclared(AddressPattern address) {
    String name = address.steps().getFirst().name();
    Contents contents = run.names().contents();
    return Stream.concat(contents.resources().stream(), contents.uses().stream())
        .anyMatch(it -> it.name().equals(name));
  }
}

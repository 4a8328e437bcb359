package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.reading.Selected;
import java.util.List;
import java.util.Optional;

/**
 * Refuses to make what already stands there under the same name and is not ours, and to give what
 * is ours such a name: a replacement would take away the old object before it finds out.
 */
record Strangers(Matched matched) {

  List<Diagnostic> refused() {
    Selected selected = matched.selected();
    if (selected.request().options().destroy()) {
      return List.of();
    }
    return selected.picked().values().stream()
        .filter(it -> selected.program().adoption(it.address()).isEmpty())
        .flatMap(it -> stranger(it).map(live -> diagnostic(it, live)).stream())
        .toList();
  }

  /** What has the name of a resource, unless that has an object under it already and keeps it. */
  private Optional<Live> stranger(Instance instance) {
    Address host = matched.selected().host(instance.address());
    return matched
        .seen()
        .platformName(instance)
        .map(name -> new ObjectName(host, instance.kind(), name))
        .map(matched.strangers()::get)
        .filter(it -> !isOwn(instance, it));
  }

  private boolean isOwn(Instance instance, Live stranger) {
    return matched
        .object(instance.address())
        .filter(own -> own.ref().name().equals(stranger.ref().name()))
        .isPresent();
  }

  private static Diagnostic diagnostic(Instance instance, Live live) {
    String there = "a " + live.ref().kind() + " named `" + live.ref().name() + "` is there already";
    if (live.standing() == Live.Standing.OTHER_STACK && live.stamp().isPresent()) {
      String owner = live.stamp().get().stack().id();
      return Diagnostic.at(IdentityCodes.OTHER_STACK, instance.origin(), there)
          .note(
              "It was made for `" + live.stamp().get().address() + "` of the stack " + owner + ".");
    }
    return Diagnostic.at(IdentityCodes.NOT_OURS, instance.origin(), there)
        .note("dvl did not make it, and leaves it alone.")
        .note(
            "To take it over, write: adopt "
                + instance.address()
                + " = \""
                + live.ref().name()
                + "\"");
  }
}

package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.reading.Selected;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refuses to make what already stands there under the same name and is not ours, and to give what
 * is ours such a name: a replacement would take away the old object before it finds out.
 */
public record Strangers(Matched matched) {

  /**
   * What is refused.
   *
   * @param anew hosts whose machines are made anew: what is on such a machine now goes with it
   */
  public List<Diagnostic> refused(Predicate<HostInstance> anew) {
    Selected selected = matched.selected();
    if (selected.request().options().destroy()) {
      return List.of();
    }
    return selected.picked().values().stream()
        .filter(it -> selected.program().adoption(it.address()).isEmpty())
        .filter(it -> !anew.test(selected.hostOf(it.address())))
        .flatMap(it -> stranger(it).map(live -> diagnostic(selected, it, live)).stream())
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

  private static Diagnostic diagnostic(Selected selected, Instance instance, Live live) {
    String there =
        Article.before(live.ref().kind()) + " named `" + live.ref().name() + "` is there already";
    if (live.standing() == Live.Standing.OTHER_STACK && live.stamp().isPresent()) {
      String owner = live.stamp().get().stack().id();
      return Diagnostic.at(IdentityCodes.OTHER_STACK, instance.origin(), there)
          .note(
              "It was made for `" + live.stamp().get().address() + "` of the stack " + owner + ".");
    }
    if (live.unreadable().isPresent() && live.standing() == Live.Standing.UNKNOWN) {
      return Diagnostic.at(IdentityCodes.NOT_OURS, instance.origin(), there)
          .note("Nobody can tell whose it is. " + live.unreadable().get());
    }
    return Diagnostic.at(IdentityCodes.NOT_OURS, instance.origin(), there)
        .note("dvl did not make it, and leaves it alone.")
        .note(
            selected.kind(instance).identity().isRecorded()
                ? adopt(instance, live)
                : "It cannot be adopted: give `"
                    + instance.address()
                    + "` another name, or take the name away from it.");
  }

  private static String adopt(Instance instance, Live live) {
    return "To take it over, write: adopt "
        + instance.address()
        + " = \""
        + live.ref().name()
        + "\"";
  }
}

package dev.dvl.compiler.lower;

import dev.dvl.compiler.check.Standing;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the place of each instance, and whether it offers what the kind stands on. */
final class Placing {
  private final Session session;
  private final Map<Offer, Boolean> offers = new HashMap<>();

  Placing(Session session) {
    this.session = session;
  }

  private record Offer(Address place, String face) {}

  /** A place, and where the program says so. */
  record Place(Address address, Span span) {}

  Place of(Slot slot, Symbol.Resource resource) throws Failure {
    Standing standing = session.types.standing(resource).orElseThrow(Failure::told);
    Place place =
        switch (standing) {
          case Standing.Written(Expr expr) -> written(expr, slot);
          case Standing.Inside ignored ->
              new Place(slot.parent().orElseThrow(Failure::told).address(), slot.span());
          case Standing.Only(Symbol.Host host) -> only(host, slot);
        };
    require(place, slot);
    return place;
  }

  private Place written(Expr expr, Slot slot) throws Failure {
    Value value = session.expressions.known(expr, slot.scope(), "a place");
    if (value instanceof Value.Ref(var address, var ignored)) {
      return new Place(address, expr.span());
    }
    throw Failure.at(
        LowerCodes.NO_INSTANCE, expr.span(), "this place is not there under the given conditions");
  }

  private Place only(Symbol.Host host, Slot slot) throws Failure {
    List<Slot> hosts = session.unfolding.slots(host);
    if (hosts.isEmpty()) {
      throw Failure.told();
    }
    return new Place(hosts.getFirst().address(), slot.span());
  }

  private void require(Place place, Slot slot) throws Failure {
    Optional<String> wanted = slot.kind().placedOn();
    Optional<Slot> at = session.unfolding.slot(place.address());
    if (wanted.isEmpty() || at.isEmpty()) {
      return;
    }
    Offer offer = new Offer(place.address(), wanted.get());
    Boolean known = offers.get(offer);
    if (known == null) {
      known = offers(at.get(), wanted.get());
      offers.put(offer, known);
    }
    if (!known) {
      throw new Failure(
          Diagnostic.at(
                  LowerCodes.PLACE,
                  place.span(),
                  "`" + place.address() + "` is no `" + wanted.get() + "`")
              .label(at.get().span(), "the conditions under which it is one do not hold"));
    }
  }

  private boolean offers(Slot at, String wanted) throws Failure {
    for (KindSchema.Provides provides : at.kind().provides()) {
      if (provides.name().equals(wanted)) {
        return provides.condition().isEmpty() || holds(at, provides.condition().get());
      }
    }
    return at.kind().name().equals(wanted);
  }

  private boolean holds(Slot at, Term condition) throws Failure {
    Value value = session.settings.reduce(condition, session.settings.environment(at), at.span());
    return !value.equals(Value.of(false));
  }
}

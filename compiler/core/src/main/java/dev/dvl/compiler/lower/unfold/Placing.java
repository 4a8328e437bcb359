package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.check.result.Standing;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the place of each instance, and whether it offers what the kind stands on. */
public final class Placing {
  private final Run run;
  private final Expressions expressions;
  private final ResourceSettings settings;
  private final UnfoldedByAddress unfolded;
  private final Unfolding ofModule;
  private final Map<Offer, Boolean> offers = new HashMap<>();

  /** {@code ofModule}: where the hosts are. */
  Placing(
      Run run,
      Expressions expressions,
      ResourceSettings settings,
      UnfoldedByAddress unfolded,
      Unfolding ofModule) {
    this.run = run;
    this.expressions = expressions;
    this.settings = settings;
    this.unfolded = unfolded;
    this.ofModule = ofModule;
  }

  private record Offer(Address place, String face) {}

  /** A place, and where the program says so. */
  public record Place(Address address, Span span) {}

  public Place of(UnfoldedResource slot, Symbol.Resource resource) throws Failure {
    Place place = of(resource, slot.scope(), slot.within(), slot.parent());
    if (slot.kind().placedOn().isPresent()) {
      require(place, slot.kind().placedOn().get());
    }
    return place;
  }

  /** The place of a use of a component, as a value. */
  public Value of(Frame frame) throws Failure {
    Place place = of(frame.use(), frame.around(), frame.within(), frame.parent());
    Item.On on = frame.component().on().orElseThrow(Failure::told);
    if (run.types().of(on.type()) instanceof Type.Ref wanted) {
      require(place, wanted.target());
    }
    return unfolded.slot(place.address()).orElseThrow(Failure::told).ref();
  }

  private Place of(
      Symbol.Placed placed, Scope scope, Optional<Frame> within, Optional<UnfoldedResource> parent)
      throws Failure {
    Standing standing = run.types().standing(placed).orElseThrow(Failure::told);
    return switch (standing) {
      case Standing.Written(Expr expr) -> written(expr, scope);
      case Standing.Inside ignored ->
          new Place(parent.orElseThrow(Failure::told).address(), placed.span());
      case Standing.Component ignored -> component(within, placed.span());
      case Standing.Only(Symbol.Host host) -> only(host, placed.span());
    };
  }

  private static Place component(Optional<Frame> within, Span span) throws Failure {
    Value place = within.orElseThrow(Failure::told).place();
    if (place instanceof Value.Ref(var address, var ignored)) {
      return new Place(address, span);
    }
    throw Failure.told();
  }

  private Place written(Expr expr, Scope scope) throws Failure {
    Value value = expressions.known(expr, scope, "a place");
    if (value instanceof Value.Ref(var address, var ignored)) {
      return new Place(address, expr.span());
    }
    throw Failure.at(
        LowerCodes.NO_INSTANCE, expr.span(), "this place is not there under the given conditions");
  }

  private Place only(Symbol.Host host, Span span) throws Failure {
    List<UnfoldedResource> hosts = ofModule.slots(host);
    if (hosts.isEmpty()) {
      throw Failure.told();
    }
    return new Place(hosts.getFirst().address(), span);
  }

  private void require(Place place, String wanted) throws Failure {
    Optional<UnfoldedResource> at = unfolded.slot(place.address());
    if (at.isEmpty()) {
      return;
    }
    Offer offer = new Offer(place.address(), wanted);
    Boolean known = offers.get(offer);
    if (known == null) {
      known = offers(at.get(), wanted);
      offers.put(offer, known);
    }
    if (!known) {
      throw new Failure(
          Diagnostic.at(
                  LowerCodes.PLACE,
                  place.span(),
                  "`" + place.address() + "` is no `" + wanted + "`")
              .label(at.get().span(), "the conditions under which it is one do not hold"));
    }
  }

  private boolean offers(UnfoldedResource at, String wanted) throws Failure {
    for (KindSchema.Provides provides : at.kind().provides()) {
      if (provides.name().equals(wanted)) {
        return offers(at, provides);
      }
    }
    return at.kind().name().equals(wanted);
  }

  /** Whether the conditions hold, as far as can be told, under which a resource is such a place. */
  public boolean offers(UnfoldedResource at, KindSchema.Provides offer) throws Failure {
    return offer.condition().isEmpty() || holds(at, offer.condition().get());
  }

  private boolean holds(UnfoldedResource at, Term condition) throws Failure {
    Value value = ResourceSettings.reduce(condition, settings.environment(at), at.span());
    return !value.equals(Value.of(false));
  }
}

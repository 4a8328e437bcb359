package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource or host of the unfolded program, whose parts are computed when they are needed.
 *
 * @param scope the variables of the loops around it
 * @param within the use of a component in which it stands
 * @param cells the attributes and blocks that have been asked for
 */
public record UnfoldedResource(
    Address address,
    Symbol symbol,
    KindSchema kind,
    Optional<Body> body,
    Span span,
    Scope scope,
    Optional<Frame> within,
    Optional<UnfoldedResource> parent,
    Value.Ref ref,
    Map<String, LazyValue> cells)
    implements Unfolded {

  static UnfoldedResource of(
      Address address,
      Symbol.Resource symbol,
      Scope scope,
      Optional<Frame> within,
      Optional<UnfoldedResource> parent) {
    KindSchema kind = symbol.kind().orElseThrow();
    return new UnfoldedResource(
        address,
        symbol,
        kind,
        symbol.item().body(),
        symbol.span(),
        scope,
        within,
        parent,
        new Value.Ref(address, kind.name()),
        new HashMap<>());
  }

  static UnfoldedResource of(Address address, Symbol.Host symbol, Scope scope) {
    KindSchema kind = symbol.kind().orElseThrow();
    return new UnfoldedResource(
        address,
        symbol,
        kind,
        symbol.item().body(),
        symbol.span(),
        scope,
        Optional.empty(),
        Optional.empty(),
        new Value.Ref(address, kind.name()),
        new HashMap<>());
  }

  public List<Item> items() {
    return body.map(Body::items).orElse(List.of());
  }

  /** Whether it is one of several of a keyed declaration. */
  public boolean isKeyed() {
    return !address.last().keys().isEmpty();
  }
}

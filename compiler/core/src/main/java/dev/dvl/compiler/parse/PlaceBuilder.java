package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.AddressNode;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.Place;
import dev.dvl.grammar.DvlParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds what says where something stands: places and addresses. */
final class PlaceBuilder {
  private final Building building;

  PlaceBuilder(Building building) {
    this.building = building;
  }

  Place place(DvlParser.PlaceContext place) {
    Span span = building.span(place);
    if (place.value != null) {
      return new Place(span, building.exprs().expr(place.value, place));
    }
    if (place.first == null) {
      return new Place(span, new Expr.Broken(span));
    }
    Expr at = new Expr.NameRef(building.span(place.first), building.text(place.first));
    for (DvlParser.PlaceStepContext step : place.steps) {
      Span to = at.span().union(building.span(step));
      at =
          step.index == null
              ? new Expr.Member(to, at, building.name(step.id, step), false)
              : new Expr.Index(to, at, building.exprs().expr(step.index.value, step), false);
    }
    return new Place(span, at);
  }

  AddressNode address(DvlParser.@Nullable AddressContext address, ParserRuleContext parent) {
    if (address == null) {
      Span point = building.missingIn(parent);
      return new AddressNode(point, List.of(new AddressNode.Step(new Name(point, ""), List.of())));
    }
    return new AddressNode(building.span(address), address.steps.stream().map(this::step).toList());
  }

  private AddressNode.Step step(DvlParser.AddressStepContext step) {
    List<Optional<Expr>> keys =
        step.keys.stream()
            .map(
                key ->
                    key.any == null
                        ? Optional.of(building.exprs().expr(key.value, key))
                        : Optional.<Expr>empty())
            .toList();
    return new AddressNode.Step(building.name(step.id, step), keys);
  }
}

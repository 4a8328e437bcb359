package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Demands;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.fit.Interfaces;
import dev.dvl.compiler.check.fit.Misfit;
import dev.dvl.compiler.check.result.Standing;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * Where a resource or a component stands: what {@code on} says, the resource or the component
 * around it, or the only host.
 */
final class Placement {
  private final Typing typing;

  Placement(Typing typing) {
    this.typing = typing;
  }

  void check(Symbol.Placed placed, Context context) {
    Optional<Expr> written = placed.item().on().map(it -> it.expr());
    Optional<String> wanted = wanted(placed);
    Optional<Symbol.Component> around = around(placed);
    if (written.isPresent()) {
      written(placed, written.get(), wanted, context);
    } else if (placed.parent().isPresent()) {
      inside(placed, placed.parent().get(), wanted);
    } else if (wanted.isPresent() && around.isPresent() && around.get().on().isPresent()) {
      component(placed, around.get(), around.get().on().get(), wanted.get());
    } else if (wanted.isPresent() && around.filter(it -> !typing.names().isNamed(it)).isEmpty()) {
      onlyHost(placed, wanted.get()); // what nothing uses needs no host
    }
  }

  private Optional<String> wanted(Symbol.Placed placed) {
    return switch (placed) {
      case Symbol.Resource resource -> resource.kind().flatMap(KindSchema::placedOn);
      case Symbol.Use use ->
          use.component()
              .on()
              .map(on -> typing.components().place(on))
              .filter(Type.Ref.class::isInstance)
              .map(type -> ((Type.Ref) type).target());
    };
  }

  /** The component that something is part of. */
  private Optional<Symbol.Component> around(Symbol.Placed placed) {
    return Enclosure.component(placed.enclosing())
        .flatMap(item -> typing.names().declared(item))
        .map(Symbol.Component.class::cast);
  }

  private void component(Symbol.Placed placed, Symbol.Component around, Item.On on, String wanted) {
    Type place = typing.components().place(on);
    if (!(place instanceof Type.Ref ref)) {
      return;
    }
    if (typing.fits().accepts(target(wanted), place)) {
      typing.types().put(placed, new Standing.Component(around));
      return;
    }
    typing.report(
        Diagnostic.at(
                CheckCodes.PLACE,
                placed.item().kind().span(),
                Article.quoted(ref.target()) + " is no place for this")
            .label(on.span(), "the place of the component")
            .note(stands(placed, wanted) + " Say which with `on`."));
  }

  private void written(Symbol.Placed placed, Expr place, Optional<String> wanted, Context context) {
    if (wanted.isEmpty()) {
      typing.infer(place, context);
      noPlace(placed, place);
      return;
    }
    Type type = typing.infer(place, context);
    new Demands(typing).knownAndOpen(place, type, "a place");
    Optional<Misfit> misfit = typing.fits().against(type, target(wanted.get()));
    if (misfit.isEmpty()) {
      typing.types().put(placed, new Standing.Written(place));
    } else {
      typing.report(explain(place, type, wanted.get(), placed));
    }
  }

  private void noPlace(Symbol.Placed placed, Expr place) {
    if (placed instanceof Symbol.Use use && use.component().on().isEmpty()) {
      typing.report(
          Diagnostic.at(
                  CheckCodes.PLACE, place.span(), "`" + use.component().name() + "` has no place")
              .label(use.component().span(), "nothing says on what it stands")
              .note("Give it one: `component " + use.component().name() + " on place: KIND`."));
    }
  }

  private Type target(String wanted) {
    boolean isInterface = typing.kinds().find(wanted).isEmpty();
    return new Type.Ref(wanted, isInterface, Qualifiers.PLAIN);
  }

  private Diagnostic explain(Expr place, Type type, String wanted, Symbol.Placed resource) {
    Diagnostic wrong =
        Diagnostic.at(CheckCodes.PLACE, place.span(), "this is no `" + wanted + "`")
            .note(stands(resource, wanted));
    return switch (type) {
      case Type.Keyed ignored ->
          wrong.note("The resource has keys: name one with `[…]`, as in `on app[0]`.");
      case Type.Maybe ignored ->
          Diagnostic.at(CheckCodes.MAY_BE_NULL, place.span(), "this may not be there")
              .note("Declare the resource under the same condition as its place.");
      case Type ignored -> wrong;
    };
  }

  private static String stands(Symbol.Placed placed, String wanted) {
    String kind = placed.item().kind().text();
    return Article.beginning("`" + kind + "`") + " stands on " + Article.quoted(wanted) + ".";
  }

  private void inside(Symbol.Placed resource, Symbol.Resource parent, Optional<String> wanted) {
    Optional<String> kind = parent.kind().map(KindSchema::name);
    if (kind.isEmpty() || wanted.isEmpty()) {
      return;
    }
    if (Interfaces.offers(typing.kinds(), kind.get(), wanted.get())) {
      typing.types().put(resource, new Standing.Inside(parent));
      return;
    }
    typing.report(
        Diagnostic.at(
                CheckCodes.PLACE,
                resource.item().kind().span(),
                Article.quoted(kind.get()) + " is no place for this")
            .label(parent.span(), "it is written inside this one")
            .note(stands(resource, wanted.get())));
  }

  private void onlyHost(Symbol.Placed resource, String wanted) {
    List<Symbol.Host> hosts =
        typing.names().hosts().stream().filter(host -> fits(host, wanted)).toList();
    if (hosts.size() == 1) {
      typing.types().put(resource, new Standing.Only(hosts.getFirst()));
    } else if (typing.names().hosts().stream().allMatch(host -> host.kind().isPresent())) {
      typing.report(undecided(resource, wanted, hosts));
    }
  }

  private boolean fits(Symbol.Host host, String wanted) {
    return host.kind()
        .filter(kind -> Interfaces.offers(typing.kinds(), kind.name(), wanted))
        .isPresent();
  }

  private static Diagnostic undecided(
      Symbol.Placed resource, String wanted, List<Symbol.Host> hosts) {
    Span span = resource.item().kind().span();
    if (hosts.isEmpty()) {
      return Diagnostic.at(CheckCodes.NO_PLACE, span, "no host here is " + Article.quoted(wanted))
          .note(stands(resource, wanted) + " Declare a host, or say where with `on`.");
    }
    Diagnostic several =
        Diagnostic.at(CheckCodes.NO_PLACE, span, "it could stand on any of several hosts");
    for (Symbol.Host host : hosts) {
      several = several.label(host.span(), "one of them");
    }
    return several.note("Say which with `on`, as in `on " + hosts.getFirst().name() + "`.");
  }
}

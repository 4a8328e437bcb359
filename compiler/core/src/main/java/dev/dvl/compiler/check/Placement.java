package dev.dvl.compiler.check;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Type;
import java.util.List;
import java.util.Optional;

/** Where a resource stands: what {@code on} says, the resource around it, or the only host. */
final class Placement {
  private final Typing typing;

  Placement(Typing typing) {
    this.typing = typing;
  }

  void check(Symbol.Resource resource, Context context) {
    Optional<Expr> written = resource.item().on().map(it -> it.expr());
    Optional<String> wanted = resource.kind().flatMap(KindSchema::placedOn);
    if (written.isPresent()) {
      written(resource, written.get(), wanted, context);
    } else if (resource.parent().isPresent()) {
      inside(resource, resource.parent().get(), wanted);
    } else if (wanted.isPresent()) {
      onlyHost(resource, wanted.get());
    }
  }

  private void written(
      Symbol.Resource resource, Expr place, Optional<String> wanted, Context context) {
    if (wanted.isEmpty()) {
      typing.infer(place, context);
      return;
    }
    Type type = typing.infer(place, context);
    new Demands(typing).knownAndOpen(place, type, "a place");
    Optional<Misfit> misfit = typing.fits().against(type, target(wanted.get()));
    if (misfit.isEmpty()) {
      typing.types().put(resource, new Standing.Written(place));
    } else {
      typing.report(explain(place, type, wanted.get(), resource));
    }
  }

  private Type target(String wanted) {
    boolean isInterface = typing.kinds().find(wanted).isEmpty();
    return new Type.Ref(wanted, isInterface, Qualifiers.PLAIN);
  }

  private Diagnostic explain(Expr place, Type type, String wanted, Symbol.Resource resource) {
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

  private static String stands(Symbol.Resource resource, String wanted) {
    String kind = resource.kind().map(KindSchema::name).orElse("?");
    return "A `" + kind + "` stands on " + Article.quoted(wanted) + ".";
  }

  private void inside(Symbol.Resource resource, Symbol.Resource parent, Optional<String> wanted) {
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

  private void onlyHost(Symbol.Resource resource, String wanted) {
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
      Symbol.Resource resource, String wanted, List<Symbol.Host> hosts) {
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

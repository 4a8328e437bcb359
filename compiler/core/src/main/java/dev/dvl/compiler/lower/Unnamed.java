package dev.dvl.compiler.lower;

import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Computes the {@code let}s that no expression names. Nothing else would ever ask for them, and a
 * mistake in one is a mistake all the same. One that is named is computed by need.
 */
final class Unnamed {
  private final Session session;

  Unnamed(Session session) {
    this.session = session;
  }

  void all() {
    for (FileTree file : session.names.files()) {
      walk(file.items(), Scope.MODULE);
    }
    resources(session.names.contents(), session.unfolding);
    for (Frame frame : session.unfolded.frames()) {
      if (holdsAny(frame.component().item().body())) {
        walk(frame.component().item().body().items(), frame.scope());
      }
      resources(frame.contents(), frame.unfolding());
    }
  }

  private void resources(Contents contents, Unfolding unfolding) {
    for (Symbol.Resource resource : contents.resources()) {
      if (holdsAny(resource.item().body())) {
        unfolding.slots(resource).forEach(slot -> inside(slot.items(), slot.scope()));
      }
    }
  }

  private void inside(List<Item> items, Scope outer) {
    walk(items, session.variables.inside(items, outer));
  }

  private void walk(List<Item> items, Scope scope) {
    for (Item item : items) {
      if (session.budget.isExhausted()) {
        return;
      }
      try {
        item(item, scope);
      } catch (Failure e) {
        tell(e);
      }
    }
  }

  private void item(Item item, Scope scope) throws Failure {
    switch (item) {
      case Item.Let let when isUnnamed(let) -> session.variables.value(let, scope);
      case Item.For loop when holdsAny(loop.body()) ->
          new Rounds(session)
              .of(loop.head(), scope)
              .orElse(List.of())
              .forEach(round -> inside(loop.body().items(), round));
      case Item.If choice when holdsAny(choice.then()) || holdsAny(choice.otherwise()) ->
          choice(choice, scope);
      case Item ignored -> {}
    }
  }

  private void choice(Item.If choice, Scope scope) throws Failure {
    Value holds = session.expressions.known(choice.condition(), scope, "this condition");
    Optional<Body> taken =
        holds.equals(Value.of(true)) ? Optional.of(choice.then()) : choice.otherwise();
    taken.ifPresent(body -> inside(body.items(), scope));
  }

  /** A secret that is not set is missed only by what uses it. */
  private void tell(Failure failure) {
    boolean unset =
        failure.diagnostic().filter(it -> it.code().equals(LowerCodes.SECRET_UNSET)).isPresent();
    if (!unset) {
      session.report(failure);
    }
  }

  private boolean holdsAny(Optional<Body> body) {
    return body.filter(this::holdsAny).isPresent();
  }

  private boolean holdsAny(Body body) {
    return body.items().stream()
        .anyMatch(
            item ->
                switch (item) {
                  case Item.Let let -> isUnnamed(let);
                  case Item.For loop -> holdsAny(loop.body());
                  case Item.If choice -> holdsAny(choice.then()) || holdsAny(choice.otherwise());
                  case Item ignored -> false;
                });
  }

  private boolean isUnnamed(Item.Let let) {
    return session.names.declared(let).filter(it -> !session.names.isNamed(it)).isPresent();
  }
}

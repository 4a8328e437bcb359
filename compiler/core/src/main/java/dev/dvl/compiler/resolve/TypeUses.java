package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.TypeNode;
import org.jspecify.annotations.Nullable;

/** Links the names of types to types of the program; all others are left to the type reader. */
final class TypeUses {
  private final Module module;
  private final ExprUses exprs;

  TypeUses(Module module, ExprUses exprs) {
    this.module = module;
    this.exprs = exprs;
  }

  /** Links what stands in {@code node}, which is part of {@code owner}, if of any symbol. */
  void resolve(TypeNode node, @Nullable Symbol owner) {
    switch (node) {
      case TypeNode.Named named -> named(named, owner);
      case TypeNode.Literal ignored -> {}
      case TypeNode.ObjectType object -> object.fields().forEach(field -> field(field, owner));
      case TypeNode.Union union -> union.members().forEach(member -> resolve(member, owner));
      case TypeNode.Maybe maybe -> resolve(maybe.inner(), owner);
      case TypeNode.SecretOf secret -> resolve(secret.inner(), owner);
      case TypeNode.KnownOf known -> resolve(known.inner(), owner);
      case TypeNode.Parens parens -> resolve(parens.inner(), owner);
      case TypeNode.Broken ignored -> {}
    }
  }

  private void named(TypeNode.Named named, @Nullable Symbol owner) {
    switch (module.find(Space.TYPE, named.name())) {
      case Answer.Found(Symbol symbol) -> {
        Symbol.Type found = (Symbol.Type) symbol;
        module.uses().put(named, found);
        if (owner != null) {
          module.needs().add(owner, found, named.span());
        }
      }
      case Answer.Told ignored -> module.uses().putWrong(named);
      case Answer.Unknown ignored -> {
        if (named.name().text().equals("ref")) {
          named.arguments().forEach(this::target);
          return;
        }
      }
    }
    named.arguments().forEach(argument -> resolve(argument, owner));
  }

  /** What a reference points at, where it is a component; kinds are left to the type reader. */
  private void target(TypeNode node) {
    if (node instanceof TypeNode.Named named && named.arguments().isEmpty()) {
      switch (module.find(Space.KIND, named.name())) {
        case Answer.Found(Symbol symbol) -> module.uses().put(named, (Symbol.Component) symbol);
        case Answer.Told ignored -> module.uses().putWrong(named);
        case Answer.Unknown ignored -> {}
      }
    }
  }

  private void field(TypeNode.Field field, @Nullable Symbol owner) {
    resolve(field.type(), owner);
    field.value().ifPresent(exprs::alone);
    field.where().ifPresent(exprs::alone);
  }
}

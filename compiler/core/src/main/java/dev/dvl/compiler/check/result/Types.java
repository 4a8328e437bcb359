package dev.dvl.compiler.check.result;

import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.type.Type;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The types of one module, in side tables over its syntax trees and symbols. Nodes are found by
 * identity.
 */
public final class Types {
  private static final Type WRONG = new Type.Wrong();

  private final IdentityHashMap<Expr, Type> types = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Type> wanted = new IdentityHashMap<>();
  private final IdentityHashMap<TypeNode, Type> written = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol, Type> symbols = new IdentityHashMap<>();
  private final IdentityHashMap<Expr.Member, Access> accesses = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol.Placed, Standing> standings = new IdentityHashMap<>();

  public Types() {}

  /**
   * The type of an expression as it stands: of a literal, the type it takes on where it stands, so
   * that {@code [a]} may be a set. {@link Type.Wrong} where something is wrong with it.
   */
  public Type of(Expr expr) {
    return types.getOrDefault(expr, WRONG);
  }

  /**
   * The type that is wanted where an expression stands, where one is. The value is converted to it:
   * defaults of absent fields are filled in, a list becomes a set, an object a map, and a text that
   * is to be of a refined type is checked.
   */
  public Optional<Type> wanted(Expr expr) {
    return Optional.ofNullable(wanted.get(expr));
  }

  /** What a written type means. */
  public Type of(TypeNode node) {
    return written.getOrDefault(node, WRONG);
  }

  /**
   * The type of what a symbol names. For a resource that is keyed, a {@link Type.Keyed}; for one
   * under an {@code if}, the type that it has outside.
   */
  public Type of(Symbol symbol) {
    return symbols.getOrDefault(symbol, WRONG);
  }

  public Optional<Access> access(Expr.Member member) {
    return Optional.ofNullable(accesses.get(member));
  }

  /** How the place of a resource or of a component is found; empty where that is wrong. */
  public Optional<Standing> standing(Symbol.Placed placed) {
    return Optional.ofNullable(standings.get(placed));
  }

  public void put(Expr expr, Type type) {
    types.put(expr, type);
  }

  public void putWanted(Expr expr, Type type) {
    wanted.put(expr, type);
  }

  public void put(TypeNode node, Type type) {
    written.put(node, type);
  }

  public void put(Symbol symbol, Type type) {
    symbols.put(symbol, type);
  }

  public void put(Expr.Member member, Access access) {
    accesses.put(member, access);
  }

  public void put(Symbol.Placed placed, Standing standing) {
    standings.put(placed, standing);
  }
}

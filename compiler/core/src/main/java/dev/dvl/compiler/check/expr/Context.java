package dev.dvl.compiler.check.expr;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What holds where an expression stands.
 *
 * @param facts paths that are not null there, and conditions that hold there; see {@link Narrowing}
 * @param states whether states of resources may be named
 * @param environment whether the environment may be read
 * @param secrets whether secrets are taken there without being asked for, as in arguments: then
 *     what is wanted does not say that the value is one
 */
public record Context(Set<String> facts, boolean states, boolean environment, boolean secrets) {
  public static final Context NONE = new Context(Set.of(), false, false, false);

  public Context {
    facts = Set.copyOf(facts);
  }

  public Context and(Collection<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Set<String> all = new HashSet<>(facts);
    all.addAll(more);
    return new Context(all, states, environment, secrets);
  }

  Context withStates() {
    return new Context(facts, true, environment, secrets);
  }

  public Context withEnvironment() {
    return new Context(facts, states, true, secrets);
  }

  Context takingSecrets() {
    return secrets ? this : new Context(facts, states, environment, true);
  }
}

package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Value;

/** What declared names stand for, in the module or in one use of a component. */
public interface Surroundings {

  /** The scope of the module, in which no name is bound. */
  Scope module();

  /** What a declaration stands for where it is named at {@code use}. */
  Value value(Symbol declared, Span use) throws Failure;

  /** An attribute or block of a resource or host. */
  Value setting(Value.Ref resource, String name, Span use) throws Failure;

  /** What a use of a component shows of itself. */
  Value output(Value.Ref component, Item.Output output) throws Failure;
}

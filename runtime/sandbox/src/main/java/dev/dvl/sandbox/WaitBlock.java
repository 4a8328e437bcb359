package dev.dvl.sandbox;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Wanted;
import java.time.Duration;

/**
 * What the block {@code wait} says, in every kind that has it.
 *
 * @param until the state that is waited for
 * @param timeout how long it may take
 */
record WaitBlock(Field<String> until, Field<Duration> timeout) implements CallArguments {
  /** Nothing is said where {@code block} is no block. */
  static WaitBlock of(Value block) {
    return CallArguments.read(WaitBlock.class, Wanted.of(block).values());
  }
}

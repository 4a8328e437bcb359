package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import java.time.Duration;
import java.util.OptionalDouble;

/** Something that happened in an apply. */
public sealed interface ApplyEvent {

  /** An op was written down and is being made. */
  record Started(Op op) implements ApplyEvent {}

  /** An op could be made, and waits until others have ended. */
  record Queued(Op op) implements ApplyEvent {}

  /** What an op waits for, and how far it is (0 to 1) where that is known. */
  record Progress(Op op, String text, OptionalDouble fraction) implements ApplyEvent {}

  /** The platform has something to say of an op that succeeds. */
  record Warned(Op op, Diagnostic what) implements ApplyEvent {}

  record Done(Op op, Duration took) implements ApplyEvent {}

  record Failed(Op op, Diagnostic why, Duration took) implements ApplyEvent {}

  /**
   * A change was not carried out, because {@code because} failed or the run was stopped.
   *
   * @param begun whether a part of it was
   */
  record Skipped(Address address, String because, boolean begun) implements ApplyEvent {}

  /** An op of an earlier run was found to have ended so. */
  record Recovered(Op op, String how) implements ApplyEvent {}
}

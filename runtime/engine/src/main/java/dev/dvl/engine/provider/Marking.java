package dev.dvl.engine.provider;

/**
 * How objects of a kind carry whose they are: it says what moving, adopting and forgetting take.
 */
public enum Marking {
  /**
   * A birth record that can be written anew: the provider's plan of a change that takes an object
   * over has a call that does, and that of {@code FORGET} one that takes it off.
   */
  REWRITTEN,
  /**
   * A birth record that stays as it was written: the program's line and the ledger say the rest.
   */
  AT_BIRTH,
  /** Nothing but a name: whoever claims it has it, so none is adopted. */
  BY_NAME
}

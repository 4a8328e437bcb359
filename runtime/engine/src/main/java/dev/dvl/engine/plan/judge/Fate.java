package dev.dvl.engine.plan.judge;

/** What becomes of a resource, for those that refer to it. */
enum Fate {
  /** Its object stays as it is. */
  STAYS,
  /** Its object stays, with changes. */
  CHANGES,
  /** It gets a new object. */
  MADE,
  UNDECIDED
}

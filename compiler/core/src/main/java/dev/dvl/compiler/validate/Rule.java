package dev.dvl.compiler.validate;

/** One thing that must hold for a program. */
interface Rule {
  void check(Facts facts, RuleReport report);
}

package dev.dvl.engine.plan;

/** One step of planning: reads what earlier steps found out, and adds its own to the draft. */
@FunctionalInterface
interface PlanStep {
  void run(Draft draft);
}

package dev.dvl.engine.plan.input;

import dev.dvl.engine.live.Stack;
import java.util.function.Supplier;

/**
 * What planning is told besides the program.
 *
 * @param version of dvl
 * @param ids fresh ids of ops, unique for ever
 */
public record PlanInputs(
    Stack stack, PlanOptions options, LedgerFacts facts, Supplier<String> ids, String version) {}

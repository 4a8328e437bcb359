package dev.dvl.compiler.lower.run;

import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.resolve.Names;

/**
 * One lowering of a checked program: what was found out about it, what it may spend, what it tells.
 */
public record Run(Names names, Types types, Budget budget, LoweringReport report) {}

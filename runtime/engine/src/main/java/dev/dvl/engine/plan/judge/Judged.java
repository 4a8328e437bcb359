package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.engine.change.Action;
import java.util.List;

/**
 * What is to happen to an object that differs, why (full sentences), and what speaks against it.
 */
record Judged(Action action, List<String> reasons, List<Diagnostic> diagnostics) {}

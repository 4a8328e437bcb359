package dev.dvl.engine.plan;

import dev.dvl.engine.change.Action;
import java.util.List;

/** What is to happen to an object that differs, and why: full sentences. */
record Judged(Action action, List<String> reasons) {}

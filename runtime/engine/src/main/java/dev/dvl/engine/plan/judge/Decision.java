package dev.dvl.engine.plan.judge;

import dev.dvl.engine.change.Change;

/** A change with the id that its ops share. */
public record Decision(String id, Change change) {}

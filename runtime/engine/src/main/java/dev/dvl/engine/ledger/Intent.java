package dev.dvl.engine.ledger;

import dev.dvl.engine.change.Op;
import java.time.Instant;

/** An op that a run is about to make. */
public record Intent(String run, Op op, Instant at) {}

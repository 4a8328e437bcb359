package dev.dvl.engine.provider;

import java.time.Instant;
import java.util.Optional;

/** What the journal knows of an op that was begun. */
public record Begun(String opId, Instant at, Optional<String> token) {}

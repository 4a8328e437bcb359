package dev.dvl.engine.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of what an object has written is wanted.
 *
 * @param follow whether to go on with what it writes from now on, until it ends
 * @param tail only so many of the last lines
 * @param since only what was written from then on, by the clock of the host
 */
public record LogsAsked(boolean follow, Optional<Integer> tail, Optional<Instant> since) {}

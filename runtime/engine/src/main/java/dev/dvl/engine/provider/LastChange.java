package dev.dvl.engine.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest change of an object that its platform remembers.
 *
 * @param by who made it, as the platform calls them; empty for the platform itself
 * @param what in the platform's words, without any value that was set
 */
public record LastChange(Instant at, Optional<String> by, String what) {}

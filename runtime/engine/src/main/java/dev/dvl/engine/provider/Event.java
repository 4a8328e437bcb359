package dev.dvl.engine.provider;

import dev.dvl.engine.live.Ref;
import java.time.Instant;

/** Something that happened to an object, in the platform's word for it. */
public record Event(Ref ref, Instant at, String what) {}

package dev.dvl.engine.provider;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What a command reads and writes. Bytes go through as they are.
 *
 * @param in absent where the command is to read nothing
 * @param screen present where the command is to think that a person is at a terminal; then all that
 *     it writes comes through {@code out}
 */
public record Streams(
    Optional<InputStream> in, OutputStream out, OutputStream err, Optional<Screen> screen) {}

package dev.dvl.engine.change;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;

/**
 * One field that differs.
 *
 * @param before the live value, {@link Value.Null} where there is none
 * @param after the wanted value; deferred where it is known later or secret
 * @param secret whether neither may be shown
 */
public record FieldChange(Path path, Value before, Value after, boolean secret, Impact impact) {}

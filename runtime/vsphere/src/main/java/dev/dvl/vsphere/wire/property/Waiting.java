package dev.dvl.vsphere.wire.property;

import java.util.OptionalDouble;

/**
 * What is still being waited for.
 *
 * @param fraction how far it is, 0 to 1, where that is known
 */
public record Waiting(String text, OptionalDouble fraction) {}

package dev.dvl.compiler.validate;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;

/**
 * A rule that could not be evaluated, because something it reads is known later or is secret.
 *
 * @param rule what it is about: {@code check "swap"}
 */
public record Unevaluated(String rule, Address address, Span span) {}

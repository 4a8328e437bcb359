package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.Optional;

/** A condition on {@code it}, and what to say where it does not hold. */
public record Where(Span span, Expr condition, Optional<Expr> message) implements Node {}

package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;

/** What follows {@code on}: a path with keys, or an expression in parentheses. */
public record Place(Span span, Expr expr) implements Node {}

package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;

/** What stands before {@code =}: a word, a quoted text, or in objects an expression in brackets. */
public sealed interface ObjectKey extends Node {

  record Word(Span span, String text) implements ObjectKey {}

  record Quoted(Span span, Expr.Text text) implements ObjectKey {}

  record Computed(Span span, Expr expr) implements ObjectKey {}
}

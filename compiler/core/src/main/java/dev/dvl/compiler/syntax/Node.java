package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;

/**
 * Anything written in a file. The span runs from its first to its last token, comments left out.
 */
public sealed interface Node
    permits Item,
        Body,
        Expr,
        TypeNode,
        Name,
        QualifiedName,
        ObjectKey,
        Place,
        Where,
        AddressNode,
        Annotation,
        ComprehensionHead {
  Span span();
}

/** The lexer and parser that ANTLR generates from the grammar, with the code their actions call. */
@NullMarked
package dev.dvl.grammar;

import org.jspecify.annotations.NullMarked;

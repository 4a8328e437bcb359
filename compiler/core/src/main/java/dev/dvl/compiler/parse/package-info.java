/**
 * From text to syntax trees: lexing, brackets and newlines, parsing, building; ANTLR stays in here.
 */
@NullMarked
package dev.dvl.compiler.parse;

import org.jspecify.annotations.NullMarked;

package dev.dvl.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * A type of the language in Java.
 *
 * @param decode a function from a value to {@code type}, as an expression
 */
record Shape(TypeName type, CodeBlock decode) {}

/** Forms of text: what may stand in a value of type {@code ip}, {@code image_ref}, {@code url} … */
@NullMarked
package dev.dvl.compiler.refine;

import org.jspecify.annotations.NullMarked;

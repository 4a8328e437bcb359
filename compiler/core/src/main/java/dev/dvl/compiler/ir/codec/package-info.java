/** The flat program as JSON. */
@NullMarked
package dev.dvl.compiler.ir.codec;

import org.jspecify.annotations.NullMarked;

/** Rules across the resources of a flat program, one class each. */
@NullMarked
package dev.dvl.compiler.validate;

import org.jspecify.annotations.NullMarked;

/**
 * The flat program: desired instances with addresses, places, values and edges, ready to be
 * validated and planned.
 */
@NullMarked
package dev.dvl.compiler.ir;

import org.jspecify.annotations.NullMarked;

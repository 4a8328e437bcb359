/** What the compiler has to say about a program: coded messages with places, reasons and fixes. */
@NullMarked
package dev.dvl.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;

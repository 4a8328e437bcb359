/** Source texts and places in them: all files of one compilation share one line of offsets. */
@NullMarked
package dev.dvl.compiler.source;

import org.jspecify.annotations.NullMarked;

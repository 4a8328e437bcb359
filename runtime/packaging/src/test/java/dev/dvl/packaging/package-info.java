/** Tests of what packaging makes of the classes. */
@NullMarked
package dev.dvl.packaging;

import org.jspecify.annotations.NullMarked;

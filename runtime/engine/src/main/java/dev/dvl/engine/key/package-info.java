/** Keys of SSH in the form in which OpenSSH reads them. */
@NullMarked
package dev.dvl.engine.key;

import org.jspecify.annotations.NullMarked;

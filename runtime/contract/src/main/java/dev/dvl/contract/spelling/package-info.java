/**
 * Other ways to write what a schema lets a program write, and whether each of them comes to rest.
 */
@NullMarked
package dev.dvl.contract.spelling;

import org.jspecify.annotations.NullMarked;

/** The contract kit: tests that every provider passes. */
@NullMarked
package dev.dvl.contract;

import org.jspecify.annotations.NullMarked;

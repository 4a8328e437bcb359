/** Tests of the journal on disk: whole, torn, damaged. */
@NullMarked
package dev.dvl.engine.ledger;

import org.jspecify.annotations.NullMarked;

/** What a stack remembers: what was begun and how it ended, and what was applied. */
@NullMarked
package dev.dvl.engine.ledger;

import org.jspecify.annotations.NullMarked;

/** What planning is told besides the program: what a user asks for, and what the ledger knows. */
@NullMarked
package dev.dvl.engine.plan.input;

import org.jspecify.annotations.NullMarked;

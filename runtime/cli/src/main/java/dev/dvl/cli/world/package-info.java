/** What a program is carried out with: its stack, the providers, the ledger. */
@NullMarked
package dev.dvl.cli.world;

import org.jspecify.annotations.NullMarked;

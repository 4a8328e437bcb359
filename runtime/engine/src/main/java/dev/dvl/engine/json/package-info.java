/** Values, terms, addresses and paths as JSON that reads back to equal ones. */
@NullMarked
package dev.dvl.engine.json;

import org.jspecify.annotations.NullMarked;

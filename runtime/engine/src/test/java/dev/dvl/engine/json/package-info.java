/** Tests of the JSON that dvl keeps. */
@NullMarked
package dev.dvl.engine.json;

import org.jspecify.annotations.NullMarked;

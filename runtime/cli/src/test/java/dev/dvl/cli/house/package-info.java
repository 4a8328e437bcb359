/** Tests of the project itself: its arrows, its sizes, and what must not be left lying around. */
@NullMarked
package dev.dvl.cli.house;

import org.jspecify.annotations.NullMarked;

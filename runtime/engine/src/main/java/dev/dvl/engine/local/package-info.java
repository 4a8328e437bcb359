/** Files beside a program that go into its objects: build contexts and copies, with digests. */
@NullMarked
package dev.dvl.engine.local;

import org.jspecify.annotations.NullMarked;

/** The sandbox: a provider for every kind that keeps its objects in a file. */
@NullMarked
package dev.dvl.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * What the provider asks of each kind, and what kinds share; each kind is a package beside this
 * one.
 */
@NullMarked
package dev.dvl.docker.kind;

import org.jspecify.annotations.NullMarked;

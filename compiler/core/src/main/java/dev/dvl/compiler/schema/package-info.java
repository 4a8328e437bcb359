/**
 * Kinds of resources as data: what a schema file says about attributes, blocks, outputs, states and
 * checks.
 */
@NullMarked
package dev.dvl.compiler.schema;

import org.jspecify.annotations.NullMarked;

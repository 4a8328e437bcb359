/** Graphs of numbered nodes: small, immutable, linear in time and space. */
@NullMarked
package dev.dvl.engine.graph;

import org.jspecify.annotations.NullMarked;

/** Tests of graphs and their order. */
@NullMarked
package dev.dvl.engine.graph;

import org.jspecify.annotations.NullMarked;

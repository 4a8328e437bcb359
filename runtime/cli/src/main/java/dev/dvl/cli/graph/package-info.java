/** The resources of a program and what leads from one to the other, as graphs for other tools. */
@NullMarked
package dev.dvl.cli.graph;

import org.jspecify.annotations.NullMarked;

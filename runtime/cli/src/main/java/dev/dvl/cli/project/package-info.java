/** The files of a program: found, read strictly, and never outside of their folder. */
@NullMarked
package dev.dvl.cli.project;

import org.jspecify.annotations.NullMarked;

/** Tests of the reader of schemas. */
@NullMarked
package dev.dvl.compiler.schema;

import org.jspecify.annotations.NullMarked;

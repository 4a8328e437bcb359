/**
 * Plans as pure data: changes for people, ops for apply, and the judgements that turn one into the
 * other.
 */
@NullMarked
package dev.dvl.engine.plan;

import org.jspecify.annotations.NullMarked;

/** Build contexts: what is sent, what is not, and what becomes of files that change meanwhile. */
@NullMarked
package dev.dvl.docker.build;

import org.jspecify.annotations.NullMarked;

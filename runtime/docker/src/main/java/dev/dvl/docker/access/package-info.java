/** What people do by hand with containers: read what they write, and run commands in them. */
@NullMarked
package dev.dvl.docker.access;

import org.jspecify.annotations.NullMarked;

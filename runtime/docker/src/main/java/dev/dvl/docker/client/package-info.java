/**
 * What changes an engine, as typed commands of docker-java: the only package that knows that
 * library.
 */
@NullMarked
package dev.dvl.docker.client;

import org.jspecify.annotations.NullMarked;

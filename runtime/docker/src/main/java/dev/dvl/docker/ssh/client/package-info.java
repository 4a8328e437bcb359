/** SSH connections, and channels to sockets over them; the only users of jsch. */
@NullMarked
package dev.dvl.docker.ssh.client;

import org.jspecify.annotations.NullMarked;

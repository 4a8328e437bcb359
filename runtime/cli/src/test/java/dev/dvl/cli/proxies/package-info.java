/** The proxies that come with dvl, in front of services. */
@NullMarked
package dev.dvl.cli.proxies;

import org.jspecify.annotations.NullMarked;

/** What the provider wants of a server, in small records that say so and nothing else. */
@NullMarked
package dev.dvl.vsphere.session.spec;

import org.jspecify.annotations.NullMarked;

/** What planned calls need of the user's role, asked before anything is changed. */
@NullMarked
package dev.dvl.vsphere.permit;

import org.jspecify.annotations.NullMarked;

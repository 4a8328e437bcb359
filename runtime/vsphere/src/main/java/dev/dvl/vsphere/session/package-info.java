/** What the provider asks of a vCenter server or an ESXi host; knows no wire. */
@NullMarked
package dev.dvl.vsphere.session;

import org.jspecify.annotations.NullMarked;

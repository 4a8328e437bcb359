/**
 * Objects that are known by a natural key alone: on the server they carry nothing of dvl's, and
 * what was made is in the ledger.
 */
@NullMarked
package dev.dvl.vsphere.named;

import org.jspecify.annotations.NullMarked;

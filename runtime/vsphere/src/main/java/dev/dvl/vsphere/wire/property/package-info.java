/** Properties of objects: read page by page, and followed as they change. */
@NullMarked
package dev.dvl.vsphere.wire.property;

import org.jspecify.annotations.NullMarked;

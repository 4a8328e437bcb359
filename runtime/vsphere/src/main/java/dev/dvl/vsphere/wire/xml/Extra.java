package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Tree;

/**
 * An element that the schema does not know.
 *
 * @param after the known property that stood before it; empty when there was none
 */
public record Extra(String after, Tree element) {}

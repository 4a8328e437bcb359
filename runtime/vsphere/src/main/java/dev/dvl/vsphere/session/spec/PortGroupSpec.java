package dev.dvl.vsphere.session.spec;

import java.util.Optional;

/**
 * A port group of a distributed switch.
 *
 * @param type {@code earlyBinding} or {@code ephemeral}; empty leaves it
 * @param version the {@code configVersion} that was read; the server refuses another when a port
 *     group is changed
 */
public record PortGroupSpec(
    String name,
    Optional<String> type,
    Optional<Integer> ports,
    Optional<Boolean> autoExpand,
    Optional<String> description,
    NetworkPolicy policy,
    Optional<String> version) {}

package dev.dvl.vsphere.session;

/**
 * What a server says of itself.
 *
 * @param vcenter whether it is a vCenter server; otherwise an ESXi host
 * @param apiVersion the API that it offers
 * @param spoken the API that the session speaks, which is the server's or an older one
 * @param instance the server's own UUID; empty on an ESXi host
 */
public record About(
    String name,
    String version,
    String build,
    boolean vcenter,
    String apiVersion,
    String spoken,
    String instance) {}

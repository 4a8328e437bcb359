package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.http.Reply;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.VSphereException;

/** Says what an answer means that is none. */
final class Protocol {
  private Protocol() {}

  static VSphereException broken(Endpoint endpoint, RuntimeException cause) {
    return new VSphereException(
        Fault.of(
            Kind.PROTOCOL,
            "%s does not speak as a vSphere server: %s.".formatted(endpoint, cause.getMessage()),
            "See that the address is one of a vCenter server or an ESXi host."),
        cause);
  }

  /** An HTTP status without a SOAP answer. A gateway that has no server behind it says 503. */
  static VSphereException status(Endpoint endpoint, Reply reply) {
    Kind kind =
        switch (reply.status()) {
          case 503 -> Kind.UNREACHABLE;
          case 502, 504 -> Kind.LOST;
          case 401, 403 -> Kind.AUTHENTICATION;
          default -> Kind.PROTOCOL;
        };
    return new VSphereException(
        Fault.of(
            kind,
            "%s answered with HTTP status %d.".formatted(endpoint, reply.status()),
            kind == Kind.UNREACHABLE ? "Its services may be starting." : ""));
  }
}

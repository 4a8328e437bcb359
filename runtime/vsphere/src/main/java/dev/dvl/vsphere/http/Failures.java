package dev.dvl.vsphere.http;

import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Says of a request without an answer what that means. */
final class Failures {
  private final Endpoint endpoint;

  Failures(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  VSphereException of(IOException e) {
    Optional<UntrustedCertificate> certificate = cause(e, UntrustedCertificate.class);
    if (certificate.isPresent()) {
      return untrusted(certificate.get(), e);
    }
    if (cause(e, UnresolvedAddressException.class).isPresent()
        || cause(e, UnknownHostException.class).isPresent()) {
      return fault(Kind.UNREACHABLE, "no host has the name " + endpoint.host() + ".", "", e);
    }
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return fault(Kind.UNREACHABLE, endpoint + " does not answer.", "", e);
    }
    if (cause(e, SSLHandshakeException.class).isPresent()) {
      return fault(Kind.UNTRUSTED, "TLS with " + endpoint + " failed: " + text(e) + ".", "", e);
    }
    return lost(e);
  }

  VSphereException late(Duration limit, Exception e) {
    return fault(
        Kind.LOST,
        "%s did not answer within %d s.".formatted(endpoint, limit.toSeconds()),
        "Whether it did what it was asked is not known.",
        e);
  }

  VSphereException interrupted(InterruptedException e) {
    return fault(Kind.LOST, "the wait for an answer of " + endpoint + " was stopped.", "", e);
  }

  VSphereException redirected(String target) {
    return new VSphereException(
        Fault.of(
            Kind.UNREACHABLE,
            "%s redirects to %s, which is not followed.".formatted(endpoint, target),
            "Name the server that is meant."));
  }

  private VSphereException lost(IOException e) {
    return fault(
        Kind.LOST,
        "the connection to %s broke before an answer was complete: %s."
            .formatted(endpoint, text(e)),
        "Whether it did what it was asked is not known.",
        e);
  }

  private VSphereException untrusted(UntrustedCertificate certificate, IOException e) {
    return fault(
        Kind.UNTRUSTED,
        "the certificate of %s is not trusted: %s.".formatted(endpoint, certificate.getMessage()),
        "Its SHA-256 thumbprint is %s: compare it on the server, or name the authority."
            .formatted(certificate.thumbprint()),
        e);
  }

  private static VSphereException fault(Kind kind, String message, String advice, Exception e) {
    return new VSphereException(Fault.of(kind, message, advice), e);
  }

  private static String text(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static <T> Optional<T> cause(Throwable e, Class<T> wanted) {
    return Stream.<Throwable>iterate(e, it -> it != null, Throwable::getCause)
        .limit(20)
        .filter(wanted::isInstance)
        .map(wanted::cast)
        .findFirst();
  }
}

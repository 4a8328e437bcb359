package dev.dvl.vsphere.wire.soap;

import java.net.http.HttpHeaders;

/** The one cookie that servers set: {@code vmware_soap_session="…"; Path=/; HttpOnly; Secure}. */
final class Cookies {
  private Cookies() {}

  /** What to send back; empty when no cookie was set. */
  static String session(HttpHeaders headers) {
    return headers.allValues("set-cookie").stream()
        .map(it -> it.split(";", 2)[0].strip())
        .filter(it -> it.startsWith("vmware_soap_session="))
        .findFirst()
        .orElse("");
  }
}

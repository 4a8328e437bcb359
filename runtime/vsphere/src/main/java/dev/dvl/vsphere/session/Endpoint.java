package dev.dvl.vsphere.session;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a server listens; always HTTPS. */
public record Endpoint(String host, int port) {
  private static final int HTTPS = 443;

  /**
   * Reads {@code vcenter.lab}, {@code vcenter.lab:8443} or a URL, whose path does not count.
   *
   * @throws IllegalArgumentException when the text names no host, a user, or another protocol
   */
  public static Endpoint of(String text) {
    URI uri = uri(text.contains("://") ? text : "https://" + text);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException("\"" + text + "\" names no server to reach by HTTPS");
    }
    return new Endpoint(uri.getHost(), uri.getPort() < 0 ? HTTPS : uri.getPort());
  }

  /** The URL of a path on this server. */
  public URI at(String path) {
    return URI.create("https://" + this + path);
  }

  @Override
  public String toString() {
    return port == HTTPS ? host : host + ":" + port;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("\"" + text + "\" names no server", e);
    }
  }
}

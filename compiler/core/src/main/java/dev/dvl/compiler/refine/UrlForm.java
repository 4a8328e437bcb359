package dev.dvl.compiler.refine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An absolute URI with a scheme (RFC 3986). */
final class UrlForm implements Form {
  @Override
  public Optional<String> problem(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() == null
          ? Optional.of("this has no scheme, such as `https://`")
          : Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.of("this is not a URL");
    }
  }

  @Override
  public String example() {
    return "https://dvl.example/";
  }
}

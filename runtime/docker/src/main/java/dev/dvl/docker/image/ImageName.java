package dev.dvl.docker.image;

/**
 * References to images, as the engine reads them (distribution/reference): {@code
 * [REGISTRY/]PATH[:TAG][@DIGEST]}.
 *
 * @param registry {@code docker.io} where none is written
 * @param tag {@code latest} where neither tag nor digest is written; empty beside a digest
 */
public record ImageName(String registry, String path, String tag, String digest) {
  private static final String HUB = "docker.io";
  private static final String LIBRARY = "library/";

  public static ImageName parse(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.lastIndexOf(':');
    boolean tagged = colon > named.lastIndexOf('/');
    String tag = tagged ? named.substring(colon + 1) : digest.isEmpty() ? "latest" : "";
    String name = tagged ? named.substring(0, colon) : named;
    int slash = name.indexOf('/');
    boolean registry = slash > 0 && isHost(name.substring(0, slash));
    String host = registry ? name.substring(0, slash) : HUB;
    String path = registry ? name.substring(slash + 1) : name;
    boolean official = isHub(host) && path.startsWith(LIBRARY);
    return new ImageName(
        isHub(host) ? HUB : host, official ? path.substring(LIBRARY.length()) : path, tag, digest);
  }

  /** The shortest way to write the same; a bare id stays as it is. */
  public static String canonical(String text) {
    return text.startsWith("sha256:") ? text : parse(text).text();
  }

  public String text() {
    return repository() + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  /** The same repository by another digest, whatever its tag. */
  ImageName withDigest(String other) {
    return new ImageName(registry, path, "", other);
  }

  /** The name without tag and digest. */
  public String repository() {
    return (registry.equals(HUB) ? "" : registry + "/") + path;
  }

  private static boolean isHost(String first) {
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  private static boolean isHub(String host) {
    return host.equals(HUB)
        || host.equals("index.docker.io")
        || host.equals("registry-1.docker.io");
  }
}

package dev.dvl.docker.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Host keys that somebody has vouched for, in the form of OpenSSH's {@code known_hosts} (sshd(8),
 * "SSH_KNOWN_HOSTS FILE FORMAT"). Lines of authorities are left out.
 */
public record KnownHosts(List<Path> files, List<Line> lines) {
  private static final int SSH_PORT = 22;
  private static final String HASHED = "|1|";

  public KnownHosts {
    files = List.copyOf(files);
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param names patterns, or one hash
   * @param where {@code FILE:LINE}
   */
  public record Line(List<String> names, HostKey key, boolean revoked, String where) {}

  /** Reads those files that are there. */
  public static KnownHosts read(List<Path> files) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        List<String> texts = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < texts.size(); i++) {
          line(texts.get(i), file + ":" + (i + 1)).ifPresent(lines::add);
        }
      }
    }
    return new KnownHosts(files, lines);
  }

  private static Optional<Line> line(String text, String where) {
    String rest = text.strip();
    boolean revoked = rest.startsWith("@revoked");
    if (rest.isEmpty() || rest.startsWith("#") || (rest.startsWith("@") && !revoked)) {
      return Optional.empty();
    }
    String[] words =
        (revoked ? rest.substring("@revoked".length()).strip() : rest).split("\\s+", 2);
    return words.length < 2
        ? Optional.empty()
        : HostKey.parse(words[1])
            .map(key -> new Line(List.of(words[0].split(",")), key, revoked, where));
  }

  /** The lines about a machine. */
  public List<Line> of(String host, int port) {
    String name = port == SSH_PORT ? host : "[" + host + "]:" + port;
    return lines.stream().filter(it -> about(it, name)).toList();
  }

  private static boolean about(Line line, String name) {
    String first = line.names().getFirst();
    return first.startsWith(HASHED) ? hashed(first, name) : Patterns.match(line.names(), name);
  }

  /** {@code |1|SALT|HMAC-SHA1(SALT, name)}. */
  private static boolean hashed(String hash, String name) {
    String[] parts = hash.substring(HASHED.length()).split("\\|", 3);
    if (parts.length != 2) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
      byte[] computed = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return MessageDigest.isEqual(computed, Base64.getDecoder().decode(parts[1]));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}

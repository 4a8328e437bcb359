package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Hop;
import dev.dvl.docker.ssh.HostKey;
import dev.dvl.docker.ssh.KnownHosts;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges the host key of one machine. A key that nobody vouches for is refused; nothing is ever
 * added.
 */
final class HostKeyCheck implements HostKeyRepository {
  private final Hop hop;
  private final KnownHosts known;
  private final boolean last;
  private @Nullable HostKey shown;
  private boolean passed;

  HostKeyCheck(Hop hop, Route route) {
    this.hop = hop;
    this.known = route.known();
    this.last = hop.equals(route.last());
  }

  /** Whether the machine has shown the right key. */
  boolean passed() {
    return passed;
  }

  @Override
  public int check(String host, byte[] key) {
    HostKey it = HostKey.of(key);
    shown = it;
    passed = !revoked(it) && vouchedFor().contains(it);
    if (passed) {
      return OK;
    }
    return vouchedFor().isEmpty() && !revoked(it) ? NOT_INCLUDED : CHANGED;
  }

  private boolean revoked(HostKey key) {
    return known.lines().stream().anyMatch(it -> it.revoked() && it.key().equals(key));
  }

  private List<HostKey> vouchedFor() {
    return hop.pinned().isPresent()
        ? hop.pinned().stream().toList()
        : lines().stream().map(KnownHosts.Line::key).toList();
  }

  private List<KnownHosts.Line> lines() {
    return known.of(hop.host(), hop.port()).stream().filter(it -> !it.revoked()).toList();
  }

  /** What is wrong with the key that was shown; empty where none was, or where it is right. */
  Optional<SshProblem> problem() {
    HostKey it = shown;
    if (it == null || passed) {
      return Optional.empty();
    }
    return Optional.of(vouchedFor().isEmpty() && !revoked(it) ? unknown(it) : changed(it));
  }

  private SshProblem unknown(HostKey it) {
    String line = "the line `%s %s` in %s".formatted(name(), it, files());
    return new SshProblem(
        Codes.HOST_KEY_UNKNOWN,
        "The SSH server %s shows a host key that nobody vouches for: %s, %s. If that is its key, say so by %s."
            .formatted(
                hop.named(),
                it.type(),
                it.fingerprint(),
                last ? "`host_key = \"" + it + "\"` in the block `ssh`, or by " + line : line));
  }

  private SshProblem changed(HostKey it) {
    String before =
        vouchedFor().stream()
            .map(HostKey::fingerprint)
            .distinct()
            .collect(Collectors.joining(" or "));
    String where =
        hop.pinned().isPresent()
            ? "`host_key` of the block `ssh`"
            : lines().stream()
                .map(line -> "`" + line.where() + "`")
                .collect(Collectors.joining(", "));
    if (revoked(it)) {
      return new SshProblem(
          Codes.HOST_KEY_CHANGED,
          "The SSH server %s shows a host key that is revoked: %s, %s."
              .formatted(hop.named(), it.type(), it.fingerprint()));
    }
    return new SshProblem(
        Codes.HOST_KEY_CHANGED,
        "The SSH server %s shows the host key %s, %s, in place of %s. Somebody may stand between; if the machine is another one by now, correct %s to `%s`."
            .formatted(hop.named(), it.type(), it.fingerprint(), before, where, it));
  }

  private String name() {
    return hop.port() == 22 ? hop.host() : "[" + hop.host() + "]:" + hop.port();
  }

  private String files() {
    return known.files().stream().limit(1).map(it -> "`" + it + "`").collect(Collectors.joining());
  }

  @Override
  public void add(com.jcraft.jsch.HostKey key, @Nullable UserInfo user) {
    throw new UnsupportedOperationException("no key is trusted on first use");
  }

  @Override
  public void remove(String host, String type) {}

  @Override
  public void remove(String host, String type, byte @Nullable [] key) {}

  @Override
  public String getKnownHostsRepositoryID() {
    return "dvl";
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey() {
    return getHostKey(null, null);
  }

  /** So that the server is asked for a key of a type that is known. */
  @Override
  public com.jcraft.jsch.HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
    return vouchedFor().stream()
        .filter(it -> type == null || type.equals(it.type()))
        .map(HostKeyCheck::asLibraryHasIt)
        .toArray(com.jcraft.jsch.HostKey[]::new);
  }

  private static com.jcraft.jsch.HostKey asLibraryHasIt(HostKey key) {
    try {
      return new com.jcraft.jsch.HostKey("", key.blob());
    } catch (JSchException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Hop;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshProblem;
import dev.dvl.docker.wire.Excerpt;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logs in to one machine, directly or through the one before it. */
final class SshLogin {
  private static final String SETTLED_KEY_TYPES =
      "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";
  private static final int ALIVE_EACH_MS = 15_000;
  private static final int ALIVE_MISSES = 3;

  private final Route route;
  private final Hop hop;
  private final HostKeyCheck check;
  private final Offers offers;

  SshLogin(Route route, Hop hop) throws SshProblem {
    this.route = route;
    this.hop = hop;
    this.check = new HostKeyCheck(hop, route);
    this.offers = Offers.of(hop.keys(), route);
  }

  /** A session that is not connected yet. */
  Session session(Optional<SocketFactory> through) throws SshProblem {
    try {
      Session session = new JSch().getSession(hop.user(), hop.host(), hop.port());
      session.setHostKeyRepository(check);
      session.setIdentityRepository(offers);
      session.setConfig("StrictHostKeyChecking", "yes");
      session.setConfig("PreferredAuthentications", "publickey");
      session.setConfig("server_host_key", SETTLED_KEY_TYPES);
      session.setDaemonThread(true);
      session.setServerAliveInterval(ALIVE_EACH_MS);
      session.setServerAliveCountMax(ALIVE_MISSES);
      through.ifPresent(session::setSocketFactory);
      return session;
    } catch (JSchException e) {
      throw problem(e);
    }
  }

  void connect(Session session) throws SshProblem {
    try {
      session.connect((int) route.patience().toMillis());
    } catch (JSchException e) {
      throw problem(e);
    }
  }

  /** Why no session came about; how far it got tells more than the words of the exception. */
  private SshProblem problem(JSchException e) {
    Optional<SshProblem> ofKey = check.problem();
    if (ofKey.isPresent()) {
      return ofKey.get();
    }
    @Nullable IOException broken = broken(e);
    if (check.passed() && broken == null) {
      return refused(e);
    }
    return new SshProblem(
        Codes.SSH_SILENT,
        "The SSH server %s does not answer: %s.".formatted(hop.named(), reason(e, broken)),
        e);
  }

  private SshProblem refused(JSchException e) {
    StringBuilder sentence = new StringBuilder();
    sentence.append("The SSH server %s does not let us in: ".formatted(hop.named()));
    sentence.append(
        offers.getIdentities().isEmpty()
            ? "there is no key to log in with."
            : "it takes none of the %s that were offered."
                .formatted(counted(offers.getIdentities().size())));
    offers.passedOver().forEach(it -> sentence.append(' ').append(it));
    return new SshProblem(Codes.SSH_REFUSED, sentence.toString(), e);
  }

  private static String counted(int keys) {
    return keys == 1 ? "keys (one)" : "keys (" + keys + ")";
  }

  private static @Nullable IOException broken(Throwable e) {
    for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
    }
    return null;
  }

  private static String reason(JSchException e, @Nullable IOException broken) {
    return switch (broken) {
      case null ->
          e instanceof JSchAlgoNegoFailException
              ? "it and dvl have no algorithm in common"
              : lower(String.valueOf(e.getMessage()));
      case UnknownHostException unknown -> "there is no host `" + unknown.getMessage() + "`";
      case SocketTimeoutException ignored -> "the connection timed out";
      case SshProblem before -> lower(before.sentence());
      case IOException other -> lower(String.valueOf(other.getMessage()));
    };
  }

  private static String lower(String text) {
    String excerpt = Excerpt.of(text);
    return excerpt.isEmpty()
        ? "the connection was closed"
        : Character.toLowerCase(excerpt.charAt(0)) + excerpt.substring(1);
  }
}

package dev.dvl.docker.ssh.client;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshProblem;
import java.io.IOException;
import java.time.Duration;

/**
 * Finds out why an SSH server does not forward to a socket. OpenSSH gives one answer whatever the
 * reason is, so the machine itself is asked: a command tells whether the socket is there, may be
 * used, and is listened on ({@code /proc/net/unix}; the flag 00010000 says so).
 */
record SocketTrouble(Route route, Connection connection) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String LOOK =
      """
      if [ ! -e "$s" ]; then echo absent
      elif [ ! -w "$s" ] || [ ! -r "$s" ]; then echo denied
      elif [ -r /proc/net/unix ] && ! grep -q " 00010000 .*/$(basename "$s")$" /proc/net/unix; then echo silent
      else echo usable
      fi
      """;

  SshProblem problem(Channels.Refused refused) {
    return switch (refused.prohibited() ? "usable" : look()) {
      case "absent" ->
          because(
              Codes.UNREACHABLE,
              "there is no socket `%s`: the engine does not run, or is not installed.");
      case "denied" ->
          because(
              Codes.SOCKET_DENIED,
              "its user may not use the socket `%s`; being in the socket's group (often `docker`)"
                  + " is enough, from the next login on.");
      case "silent" ->
          because(
              Codes.UNREACHABLE, "nothing listens on the socket `%s`: the engine does not run.");
      case "usable" ->
          because(
              Codes.FORWARDING,
              "the SSH server does not forward to the socket `%s`, though its user may use it:"
                  + " `AllowStreamLocalForwarding` and `DisableForwarding` in sshd_config, and"
                  + " options of the key, forbid that.");
      default ->
          because(
              Codes.FORWARDING,
              "the SSH server does not forward to the socket `%s`, and runs no command that could"
                  + " tell why: it is not there, its user may not use it, or forwarding is"
                  + " forbidden.");
    };
  }

  private SshProblem because(Code code, String reason) {
    return new SshProblem(
        code,
        "The Docker engine at "
            + route.last().named()
            + " cannot be reached: "
            + reason.formatted(route.socket()));
  }

  private String look() {
    try {
      RemoteCommand.Ran ran = connection.run("s=" + quoted(route.socket()) + "\n" + LOOK, LIMIT);
      return ran.output().strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}

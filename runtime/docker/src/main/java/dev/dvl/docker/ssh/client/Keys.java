package dev.dvl.docker.ssh.client;

import dev.dvl.docker.ssh.Hop;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshKeys;
import dev.dvl.docker.ssh.SshProblem;
import java.util.ArrayList;
import java.util.List;

/** Looks at the keys for a way before it is gone: nothing is connected to but the user's agent. */
public final class Keys {
  private Keys() {}

  /** What is wrong with those that must be usable; each is told once. */
  public static List<SshProblem> problems(Route route) {
    List<SshProblem> problems = new ArrayList<>();
    for (SshKeys keys : route.hops().stream().map(Hop::keys).distinct().toList()) {
      try {
        var _ = Offers.of(keys, route);
      } catch (SshProblem problem) {
        problems.add(problem);
      }
    }
    return problems;
  }
}

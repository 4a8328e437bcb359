package dev.dvl.docker.ssh.client;

import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshProblem;
import dev.dvl.engine.provider.Entrance;
import dev.dvl.engine.provider.Errand;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Streams;
import java.io.IOException;

/**
 * Goes into a machine as plan and apply do: over the same machines on the way, with the same keys,
 * and held to the same host key.
 */
public record SshEntrance(Route route) implements Entrance {

  @Override
  public int run(Errand errand, Streams streams) throws HostProblem, IOException {
    try (Connection connection = new Connection(route)) {
      connection.open();
      return new RemoteTerminal(connection.session(), errand.words(), streams).run();
    } catch (SshProblem e) {
      throw e.code().equals(Codes.SSH_SILENT)
          ? HostProblem.passing(e.code(), e.sentence(), e)
          : new HostProblem(e.code(), e.sentence(), e);
    } catch (RemoteTerminal.Cut e) {
      throw new HostProblem(
          Codes.SSH_SILENT, "The SSH connection to " + route.last().named() + " was cut.", e);
    }
  }
}

package dev.dvl.engine.host;

import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Prompt;
import dev.dvl.engine.provider.Secrets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run finds around it.
 *
 * @param environment the user's environment variables
 * @param home the user's home folder
 * @param project the folder that relative paths of the program start from
 * @param secrets their values, in memory only
 * @param prompt who can be asked for what stands nowhere
 */
public record Surroundings(
    Map<String, String> environment,
    Path home,
    Path project,
    Secrets secrets,
    Cancel cancel,
    Prompt prompt) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Of a run that nobody sits at. */
  public Surroundings(
      Map<String, String> environment, Path home, Path project, Secrets secrets, Cancel cancel) {
    this(environment, home, project, secrets, cancel, Prompt.NOBODY);
  }
}

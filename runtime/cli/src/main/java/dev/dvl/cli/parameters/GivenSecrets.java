package dev.dvl.cli.parameters;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.lower.input.RawInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of secrets: a file that only its owner may read, and variables {@code
 * DVL_SECRET_name}, which win. They are in memory only, and in no message.
 */
public final class GivenSecrets {
  private static final String VARIABLE = "DVL_SECRET_";

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> environment;

  private GivenSecrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  public static Outcome<GivenSecrets> read(
      Optional<String> file, Map<String, String> environment, Path folder) {
    GivenSecrets secrets = new GivenSecrets(environment);
    try {
      if (file.isPresent()) {
        secrets.file(folder.resolve(file.get()), file.get());
      }
    } catch (DataProblem problem) {
      return new Outcome<>(secrets, java.util.List.of(problem.diagnostic()));
    }
    return new Outcome<>(secrets, java.util.List.<Diagnostic>of());
  }

  /**
   * The value of a secret.
   *
   * @param declared the variable that its declaration names, asked last
   */
  public Optional<String> get(String name, Optional<String> declared) {
    return Optional.ofNullable(environment.get(VARIABLE + name))
        .or(() -> Optional.ofNullable(byName.get(name)))
        .or(() -> declared.map(environment::get));
  }

  /** Whether a secret has a value. */
  public boolean isSet(String name, Optional<String> declared) {
    return get(name, declared).isPresent();
  }

  private void file(Path file, String name) throws DataProblem {
    closed(file, name);
    for (Map.Entry<String, RawInput> entry : DataFile.read(file, name).entrySet()) {
      switch (entry.getValue()) {
        case RawInput.Text(String text, var ignored) -> byName.put(entry.getKey(), text);
        case RawInput.Nothing ignored -> byName.remove(entry.getKey());
        case RawInput.ListOf list -> throw noText(entry.getKey(), list);
        case RawInput.MapOf map -> throw noText(entry.getKey(), map);
      }
    }
  }

  private static DataProblem noText(String name, RawInput input) {
    return new DataProblem(
        ParameterCodes.NO_TEXT, "`" + name + "` at `" + input.origin() + "` must be a text.");
  }

  private static void closed(Path file, String name) throws DataProblem {
    if (!Files.isRegularFile(file)) {
      throw new DataProblem(ParameterCodes.FILE, "There is no file `" + name + "`.");
    }
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new DataProblem(
            ParameterCodes.MODE,
            "Others than its owner may read or change `" + name + "`: `chmod 600 " + name + "`.");
      }
    } catch (UnsupportedOperationException elsewhere) { // no such rights on this file system
      return;
    } catch (IOException e) {
      throw new DataProblem(ParameterCodes.FILE, "`" + name + "` cannot be read.");
    }
  }
}

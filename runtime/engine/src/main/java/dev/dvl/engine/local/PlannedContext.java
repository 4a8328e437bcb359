package dev.dvl.engine.local;

import dev.dvl.compiler.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a build as they were when it was planned.
 *
 * @param folder as the program writes it, from the project's folder
 * @param dockerfile its path from that folder
 * @param digest of the {@link BuildContext}
 */
public record PlannedContext(String folder, String dockerfile, String digest) {

  /** The context of a resource with these values, its digest among them; empty without a build. */
  public static Optional<PlannedContext> of(Map<String, Value> values) {
    return values.get("build") instanceof Value.ObjectOf build
            && build.field("context_digest") instanceof Value.Text(String digest)
        ? Optional.of(
            new PlannedContext(
                Builds.text(build.field("context")), Builds.dockerfile(build), digest))
        : Optional.empty();
  }

  /** What has become of it, as a full sentence; empty where it is as it was. */
  public Optional<String> problem(Path project) {
    Path now = project.resolve(folder).normalize();
    try {
      return Files.isDirectory(now) && BuildContext.of(now, dockerfile).digest().equals(digest)
          ? Optional.empty()
          : Optional.of("The build context `" + folder + "` has changed.");
    } catch (IOException | IllegalArgumentException unusable) {
      return Optional.of("The build context `" + folder + "` cannot be read any more.");
    }
  }
}

package dev.dvl.engine.local;

import dev.dvl.compiler.schema.Attribute.Digest;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** The contexts of a resource with these values, their digests among them. */
  public static List<PlannedContext> of(KindSchema kind, Map<String, Value> values) {
    List<PlannedContext> found = new ArrayList<>();
    for (Digested it : Digested.of(kind)) {
      if (it.digest() instanceof Digest.Context context) {
        it.beside(values)
            .filter(beside -> beside.get(it.name()) instanceof Value.Text)
            .ifPresent(
                beside ->
                    found.add(
                        new PlannedContext(
                            Digested.text(beside, context.folder()),
                            Builds.file(beside, context),
                            Digested.text(beside, it.name()))));
      }
    }
    return found;
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

package dev.dvl.engine.local;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hashes the contexts of builds, and checks their Dockerfiles. */
record Builds(Path project) {

  /** The digest of the context; what cannot be built is a finding. */
  Map<String, Value> digests(Instance image, List<Finding> findings) {
    return image.value("build") instanceof Value.ObjectOf build
        ? digest(image, build, findings)
            .map(digest -> Map.of("build.context_digest", Value.text(digest)))
            .orElse(Map.of())
        : Map.of();
  }

  private Optional<String> digest(Instance image, Value.ObjectOf build, List<Finding> findings) {
    Path folder = project.resolve(text(build.field("context"))).normalize();
    String dockerfile = dockerfile(build);
    if (!Files.isDirectory(folder)) {
      findings.add(
          finding(LocalCodes.NO_CONTEXT, image, "context", "there is no folder `" + folder + "`"));
      return Optional.empty();
    }
    Path file = folder.resolve(dockerfile);
    if (!Files.isRegularFile(file)) {
      findings.add(
          finding(
              LocalCodes.NO_DOCKERFILE, image, "dockerfile", "there is no file `" + file + "`"));
      return Optional.empty();
    }
    try {
      check(image, file, findings);
      return Optional.of(BuildContext.of(folder, dockerfile).digest());
    } catch (IOException e) {
      findings.add(
          finding(
              LocalCodes.NO_CONTEXT, image, "context", "`" + e.getMessage() + "` cannot be read"));
    } catch (IllegalArgumentException e) {
      findings.add(
          finding(
              LocalCodes.IGNORE_PATTERN,
              image,
              "context",
              "its `.dockerignore` has the pattern `" + e.getMessage() + "`"));
    }
    return Optional.empty();
  }

  private static void check(Instance image, Path file, List<Finding> findings) throws IOException {
    Dockerfile.parse(Files.readString(file))
        .needsBuildKit()
        .ifPresent(
            feature ->
                findings.add(
                    new Finding(
                        LocalCodes.NEEDS_BUILDKIT,
                        image.address(),
                        Optional.of(path("dockerfile")),
                        "line " + feature.line() + " of `" + file + "` uses " + feature.what(),
                        List.of("dvl builds with the engine's classic builder."))));
  }

  private static Finding finding(Code code, Instance image, String field, String text) {
    return new Finding(code, image.address(), Optional.of(path(field)), text, List.of());
  }

  private static dev.dvl.compiler.value.Path path(String field) {
    return dev.dvl.compiler.value.Path.of("build").field(field);
  }

  static String dockerfile(Value.ObjectOf build) {
    String said = text(build.field("dockerfile"));
    return said.isEmpty() ? "Dockerfile" : said;
  }

  static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}

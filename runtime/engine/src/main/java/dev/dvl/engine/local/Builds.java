package dev.dvl.engine.local;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute.Digest;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hashes the contexts of builds, and checks their Dockerfiles.
 *
 * @param findings where what cannot be built is told
 */
record Builds(
    Path project,
    Digested digested,
    Digest.Context context,
    Instance instance,
    List<Finding> findings) {

  /** The digest of the context that a resource with these values is built from. */
  Optional<String> digest(Map<String, Value> values) {
    Path folder = project.resolve(Digested.text(values, context.folder())).normalize();
    String name = file(values, context);
    if (!Files.isDirectory(folder)) {
      tell(LocalCodes.NO_CONTEXT, context.folder(), "there is no folder `" + folder + "`");
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      tell(LocalCodes.NO_DOCKERFILE, context.file(), "there is no file `" + file + "`");
      return Optional.empty();
    }
    try {
      check(file, values);
      return Optional.of(BuildContext.of(folder, name).digest());
    } catch (IOException e) {
      tell(LocalCodes.NO_CONTEXT, context.folder(), "`" + e.getMessage() + "` cannot be read");
    } catch (IllegalArgumentException e) {
      tell(
          LocalCodes.IGNORE_PATTERN,
          context.folder(),
          "its `.dockerignore` has the pattern `" + e.getMessage() + "`");
    }
    return Optional.empty();
  }

  private void check(Path file, Map<String, Value> values) throws IOException {
    Dockerfile.parse(Files.readString(file))
        .needsBuildKit(given(values))
        .ifPresent(
            feature ->
                findings.add(
                    finding(
                        LocalCodes.NEEDS_BUILDKIT,
                        context.file(),
                        "line " + feature.line() + " of `" + file + "` uses " + feature.what(),
                        List.of("dvl builds with the engine's classic builder."))));
  }

  /** The arguments that get a value; all of them where it is known later which. */
  private Predicate<String> given(Map<String, Value> values) {
    Value arguments = values.getOrDefault(context.arguments(), Value.Null.NULL);
    return name ->
        arguments instanceof Value.Deferred
            || (arguments instanceof Value.MapOf(var entries) && entries.containsKey(name));
  }

  private void tell(Code code, String attribute, String text) {
    findings.add(finding(code, attribute, text, List.of()));
  }

  private Finding finding(Code code, String attribute, String text, List<String> notes) {
    return new Finding(
        code, instance.address(), Optional.of(digested.path(attribute)), text, notes);
  }

  /** The file that says what is built, from the folder. */
  static String file(Map<String, Value> values, Digest.Context context) {
    String said = Digested.text(values, context.file());
    return said.isEmpty() ? "Dockerfile" : said;
  }
}

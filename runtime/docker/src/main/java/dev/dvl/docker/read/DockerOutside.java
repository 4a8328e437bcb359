package dev.dvl.docker.read;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.attribute.ImageName;
import dev.dvl.docker.build.BuildContext;
import dev.dvl.docker.build.Dockerfile;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.registry.Login;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes build contexts and local files, checks Dockerfiles, and asks registries for the digests of
 * tags.
 */
public record DockerOutside(Api api, Path project, Credentials credentials) implements Outside {

  @Override
  public Found look(Query query) {
    Map<Address, Map<String, Value>> resolved = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Instance instance : query.wanted()) {
      Map<String, Value> values =
          switch (instance.kind()) {
            case "image" -> look(instance, findings);
            case "container" -> new LocalFiles(project).digests(instance, findings);
            default -> Map.of();
          };
      if (!values.isEmpty()) {
        resolved.put(instance.address(), values);
      }
    }
    return new Found(resolved, findings);
  }

  private Map<String, Value> look(Instance image, List<Finding> findings) {
    if (image.value("build") instanceof Value.ObjectOf build) {
      return build(image, build, findings)
          .map(digest -> Map.of("build.context_digest", Value.text(digest)))
          .orElse(Map.of());
    }
    boolean follows = image.value("pull").equals(Value.text("on_change"));
    if (follows && image.value("name") instanceof Value.Text(String name)) {
      return digest(image, name, findings)
          .map(digest -> Map.of("digest", Value.text(digest)))
          .orElse(Map.of());
    }
    return Map.of();
  }

  private Optional<String> build(Instance image, Value.ObjectOf build, List<Finding> findings) {
    Path folder = project.resolve(text(build.field("context"))).normalize();
    String dockerfile = dockerfile(build);
    if (!Files.isDirectory(folder)) {
      findings.add(
          finding(Codes.NO_CONTEXT, image, "context", "there is no folder `" + folder + "`"));
      return Optional.empty();
    }
    Path file = folder.resolve(dockerfile);
    if (!Files.isRegularFile(file)) {
      findings.add(
          finding(Codes.NO_DOCKERFILE, image, "dockerfile", "there is no file `" + file + "`"));
      return Optional.empty();
    }
    try {
      check(image, file, findings);
      return Optional.of(BuildContext.of(folder, dockerfile).digest());
    } catch (IOException e) {
      findings.add(
          finding(Codes.NO_CONTEXT, image, "context", "`" + e.getMessage() + "` cannot be read"));
    } catch (IllegalArgumentException e) {
      findings.add(
          finding(
              Codes.IGNORE_PATTERN,
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
                        Codes.NEEDS_BUILDKIT,
                        image.address(),
                        Optional.of(path("dockerfile")),
                        "line " + feature.line() + " of `" + file + "` uses " + feature.what(),
                        List.of("dvl builds with the engine's classic builder."))));
  }

  private Optional<String> digest(Instance image, String name, List<Finding> findings) {
    try {
      Optional<Login> login = credentials.of(ImageName.parse(name).registry());
      Call call =
          Call.get("/distribution/" + name + "/json")
              .with(login.map(it -> Map.of("X-Registry-Auth", it.header())).orElse(Map.of()));
      try (Answer answer = api.stream(call)) {
        return Optional.of(JsonText.read(answer.body()).at("Descriptor", "digest").text());
      }
    } catch (EngineError e) {
      findings.add(unasked(image, name, e.sentence()));
    } catch (HostProblem | IOException e) {
      findings.add(unasked(image, name, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Finding unasked(Instance image, String name, String why) {
    return new Finding(
        Codes.REGISTRY,
        image.address(),
        Optional.of(dev.dvl.compiler.value.Path.of("name")),
        "what `" + name + "` means now is not known",
        List.of("The registry says: " + why, "The image that the engine has stays in use."));
  }

  private static Finding finding(Code code, Instance image, String field, String text) {
    return new Finding(code, image.address(), Optional.of(path(field)), text, List.of());
  }

  private static dev.dvl.compiler.value.Path path(String field) {
    return dev.dvl.compiler.value.Path.of("build").field(field);
  }

  private static String dockerfile(Value.ObjectOf build) {
    String said = text(build.field("dockerfile"));
    return said.isEmpty() ? "Dockerfile" : said;
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}

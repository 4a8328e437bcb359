package dev.dvl.docker.image;

import dev.dvl.docker.Codes;
import dev.dvl.docker.client.ReportLine;
import dev.dvl.docker.image.ImageArguments.Pull;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.registry.Login;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** {@code image.pull}; with {@code missing} only where the engine does not have the image. */
record PullImage(DockerEngine engine, Credentials credentials) implements Primitive<Pull> {

  @Override
  public Class<Pull> arguments() {
    return Pull.class;
  }

  @Override
  public String failing(Pull args) {
    return "image `" + args.name() + "` cannot be pulled";
  }

  @Override
  public Done run(Pull args, Run run) throws IOException, OpProblem {
    if (args.missing().orElse(false)) {
      Optional<Json> there = engine.find(ImageKind.path(args.name()));
      if (there.isPresent()) {
        return done(there.get(), args);
      }
    }
    ImageName name = ImageName.parse(args.name());
    Optional<String> error = pull(name, args, run);
    if (error.isPresent()) {
      throw refused(error.get(), args);
    }
    return done(engine.api().get(ImageKind.path(args.name())), args);
  }

  private Optional<String> pull(ImageName name, Pull args, Run run) throws IOException, OpProblem {
    Layers layers = new Layers();
    try {
      return engine
          .client()
          .images()
          .pull(
              name.repository(),
              name.digest().isEmpty() ? name.tag() : name.digest(),
              args.platform().known(),
              login(name.registry()),
              item -> layers.report(item, run),
              run.cancel());
    } catch (EngineError e) {
      throw refused(e.sentence(), args);
    }
  }

  @Override
  public Probe probe(Pull args) throws IOException {
    Optional<Json> there = engine.find(ImageKind.path(args.name()));
    return there
        .filter(it -> hasDigest(it, args))
        .<Probe>map(it -> new Probe.Finished(done(it, args)))
        .orElseGet(Probe.NotDone::new);
  }

  private static boolean hasDigest(Json image, Pull args) {
    Optional<String> digest = args.digest().known();
    return digest.isEmpty() || digest.equals(Image.digest(image, args.name()));
  }

  private Optional<Login> login(String registry) throws OpProblem {
    try {
      return credentials.of(registry);
    } catch (HostProblem e) {
      throw Problems.notDone(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * For what a registry says the engine has one status, in its answer as in its report, and the
   * same when the registry is asked for the digest alone: only the words tell that a login is
   * missing.
   */
  private static OpProblem refused(String said, Pull args) {
    String lower = said.toLowerCase(Locale.ROOT);
    boolean login =
        List.of("unauthorized", "no basic auth credentials", "denied", "authentication required")
            .stream()
            .anyMatch(lower::contains);
    return login
        ? Problems.notDone(
            Codes.PULL_UNAUTHORISED,
            "The registry does not give us `" + args.name() + "`: " + said + ".")
        : Problems.notDone(
            Codes.PULL_FAILED, "The image `" + args.name() + "` cannot be pulled: " + said + ".");
  }

  private static Done done(Json image, Pull args) {
    return Made.object(
        ImageKind.NAME, image.at("Id").text(), args.name(), Image.show(image, args.name()));
  }

  /** How far the layers are, taken together. */
  private static final class Layers {
    private final Map<String, long[]> bytes = new ConcurrentHashMap<>();

    void report(ReportLine item, Run run) {
      if (item.part().isPresent() && item.done().isPresent()) {
        bytes.put(item.part().get(), new long[] {item.done().getAsLong(), item.all().orElse(0)});
      }
      long done = bytes.values().stream().mapToLong(it -> it[0]).sum();
      long all = bytes.values().stream().mapToLong(it -> it[1]).sum();
      run.progress(
          item.text().orElse("pulling"),
          all > 0 ? OptionalDouble.of(Math.min(1, (double) done / all)) : OptionalDouble.empty());
    }
  }
}

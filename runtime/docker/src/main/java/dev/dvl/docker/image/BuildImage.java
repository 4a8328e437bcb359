package dev.dvl.docker.image;

import dev.dvl.docker.Codes;
import dev.dvl.docker.client.NewImage;
import dev.dvl.docker.client.Stopped;
import dev.dvl.docker.image.ImageArguments.Build;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.registry.Login;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.local.BuildContext;
import dev.dvl.engine.local.Dockerfile;
import dev.dvl.engine.local.LocalCodes;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.ImageBuild;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code image.build}, with the engine's classic builder: the context goes as a stream of tar, the
 * stamp as labels.
 */
record BuildImage(DockerEngine engine, Path project, Credentials credentials)
    implements Primitive<Build> {

  @Override
  public Class<Build> arguments() {
    return Build.class;
  }

  @Override
  public String failing(Build args) {
    return "image `" + args.name() + "` cannot be built";
  }

  @Override
  public Done run(Build args, Run run) throws IOException, OpProblem {
    ImageBuild build = ImageBuild.of(args.build());
    BuildContext context = context(build);
    keepOlder(args);
    BuildOutput output = new BuildOutput(run);
    NewImage image = image(args, build);
    Optional<String> error;
    try (ContextStream tar = ContextStream.of(context, build.contextDigest())) {
      error = send(image, tar, output, args, run);
    }
    if (error.isPresent()) {
      dropOlderName(args);
      throw new OpProblem(
          Codes.BUILD_FAILED,
          "The build of image `" + args.name() + "` failed: " + error.get().strip() + ".",
          output.lines(),
          OpProblem.Outcome.NOT_DONE);
    }
    return done(engine.api().get(ImageKind.path(args.name())), args);
  }

  /** The image that has the name now gets another one besides, by which it is found later. */
  private void keepOlder(Build args) throws IOException {
    Optional<String> older = args.older();
    if (older.isPresent()) {
      ImageName besides = ImageName.parse(args.olderName().orElseThrow());
      Repeatable.once(
          EngineError.NOT_FOUND,
          () -> engine.client().images().tag(older.get(), besides.repository(), besides.tag()));
    }
  }

  /** Only where it is certain that nothing was built; else the older image may have no other. */
  private void dropOlderName(Build args) throws IOException {
    Optional<String> name = args.olderName();
    if (name.isPresent()) {
      Repeatable.once(
          EngineError.NOT_FOUND, () -> engine.client().images().remove(name.get(), false));
    }
  }

  /** An engine that did not get the whole context has built nothing. */
  private Optional<String> send(
      NewImage image, ContextStream tar, BuildOutput output, Build args, Run run)
      throws IOException, OpProblem {
    try {
      return engine.client().images().build(image, tar, output::accept, run.cancel());
    } catch (Stopped | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (tar.failure().isPresent()) {
        dropOlderName(args);
        throw Problems.notDone(
            Codes.CONTEXT_CHANGED,
            "The build context `"
                + folder(ImageBuild.of(args.build()))
                + "` was not sent: "
                + tar.failure().get()
                + ".");
      }
      throw e;
    }
  }

  @Override
  public Probe probe(Build args) throws IOException {
    return engine
        .find(ImageKind.path(args.name()))
        .filter(it -> Stamps.isBorn(ImageKind.NAME, it.at("Config", "Labels"), args.stamp()))
        .<Probe>map(it -> new Probe.Finished(done(it, args)))
        .orElseGet(Probe.NotDone::new);
  }

  private NewImage image(Build args, ImageBuild build) throws IOException, OpProblem {
    SortedMap<String, String> none = new TreeMap<>();
    Set<String> hosts = new TreeSet<>();
    build.extraHosts().orElse(none).forEach((host, ip) -> hosts.add(host + ":" + ip));
    return new NewImage(
        args.name(),
        build.dockerfile(),
        Stamps.onto(build.labels().orElse(none), args.stamp()),
        build.noCache(),
        build.pullBase(),
        build.args().orElse(none),
        build.target(),
        build.networkMode(),
        build.shmSize(),
        args.platform().known(),
        hosts,
        Set.copyOf(build.cacheFrom().orElse(List.of())),
        logins(build));
  }

  /** Logins for the registries of the images that the Dockerfile starts from. */
  private List<Login> logins(ImageBuild build) throws IOException, OpProblem {
    List<Login> logins = new ArrayList<>();
    String text = Files.readString(folder(build).resolve(build.dockerfile()));
    Set<String> registries = new TreeSet<>();
    Dockerfile.parse(text).bases().forEach(it -> registries.add(ImageName.parse(it).registry()));
    try {
      for (String registry : registries) {
        credentials.of(registry).ifPresent(logins::add);
      }
    } catch (HostProblem e) {
      throw Problems.notDone(e.code(), String.valueOf(e.getMessage()));
    }
    return logins;
  }

  private BuildContext context(ImageBuild build) throws OpProblem {
    Path folder = folder(build);
    try {
      return BuildContext.of(folder, build.dockerfile());
    } catch (IOException e) {
      throw Problems.notDone(
          LocalCodes.NO_CONTEXT, "The build context `" + folder + "` cannot be read.");
    } catch (IllegalArgumentException e) {
      throw new OpProblem(
          LocalCodes.IGNORE_PATTERN,
          "The `.dockerignore` in `" + folder + "` has the pattern `" + e.getMessage() + "`.",
          List.of(),
          OpProblem.Outcome.NOT_DONE);
    }
  }

  private Path folder(ImageBuild build) {
    return project.resolve(build.context()).normalize();
  }

  private static Done done(Json image, Build args) {
    return Made.object(
        ImageKind.NAME, image.at("Id").text(), args.name(), Image.show(image, args.name()));
  }
}

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
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code image.build}, with the engine's classic builder: the context goes as a stream of tar, the
 * stamp as labels.
 */
record BuildImage(DockerEngine engine, Path project, Credentials credentials, BuildSteps steps)
    implements Primitive<Build> {
  private static final int LOOKS = 20;
  private static final int PAUSE_MILLIS = 100;

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
    try (var _ = steps.building();
        ContextStream tar = ContextStream.of(context, build.contextDigest())) {
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
      Repeatable.once(EngineError.NOT_FOUND, () -> engine.client().images().remove(name.get()));
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

  /**
   * An engine that has lost its client gives a build up before its next step, and so may come to
   * the end of the last one: what is not there a little later never will be. It may also give up
   * between the last step and the name, and leave what nobody could tell later from others' images.
   */
  @Override
  public Probe probe(Build args) throws IOException {
    for (int left = LOOKS; left > 0; left--) {
      Optional<Json> built = built(args);
      if (built.isPresent()) {
        return new Probe.Finished(done(built.get(), args));
      }
      rest();
    }
    removeNameless(args);
    return new Probe.NotDone();
  }

  private void removeNameless(Build args) throws IOException {
    List<String> labels =
        args.stamp().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
    Map<String, Json> nameless =
        Map.of("dangling", Json.texts(List.of("true")), "label", Json.texts(labels));
    String filters = JsonText.write(new Json.Obj(nameless));
    try (var _ = steps.removing()) {
      for (Json image :
          engine.api().list(Call.query("/images/json", Map.of("filters", filters))).elements()) {
        String id = image.at("Id").text();
        Optional<Json> there = engine.find(ImageKind.path(id));
        steps.remove(id);
        if (there.isPresent()) {
          steps.removeBelow(there.get());
        }
      }
    }
  }

  private Optional<Json> built(Build args) throws IOException {
    return engine
        .find(ImageKind.path(args.name()))
        .filter(it -> Stamps.isBorn(ImageKind.NAME, it.at("Config", "Labels"), args.stamp()));
  }

  private static void rest() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private NewImage image(Build args, ImageBuild build) throws IOException, OpProblem {
    SortedMap<String, String> none = new TreeMap<>();
    Set<String> hosts = new TreeSet<>();
    build.extraHosts().orElse(none).forEach((host, ip) -> hosts.add(host + ":" + ip));
    return new NewImage(
        args.name(),
        BuildContext.sent(build.dockerfile()),
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

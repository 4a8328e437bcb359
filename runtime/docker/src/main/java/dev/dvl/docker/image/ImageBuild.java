package dev.dvl.docker.image;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.kind.Streamed;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.local.BuildContext;
import dev.dvl.engine.local.Dockerfile;
import dev.dvl.engine.local.LocalCodes;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code image.build}, with the engine's classic builder: the context goes as a stream of tar, the
 * stamp as labels.
 */
public record ImageBuild(Engine engine, Path project, Credentials credentials)
    implements Primitive {
  private static final int NOT_FOUND = 404;

  @Override
  public String failing(Wanted args) {
    return "image `" + name(args) + "` cannot be built";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    Wanted build = Wanted.of(args.value("build"));
    String dockerfile = build.text("dockerfile").orElse("Dockerfile");
    BuildContext context = context(build, dockerfile);
    keepOlder(args);
    BuildOutput output = new BuildOutput(run);
    Streamed<BuildResponseItem> items = new Streamed<>(output::accept, failing(args));
    try (ContextStream tar = ContextStream.of(context, build.text("context_digest"))) {
      BuildImageCmd command = command(args, build, dockerfile).withTarInputStream(tar);
      send(command, items, tar, args, run);
    }
    Optional<String> error = items.error();
    if (error.isPresent()) {
      dropOlderName(args);
      throw new OpProblem(
          Codes.BUILD_FAILED,
          "The build of image `" + name(args) + "` failed: " + error.get().strip() + ".",
          output.lines(),
          OpProblem.Outcome.NOT_DONE);
    }
    return done(engine.api().get("/images/" + name(args) + "/json"), args);
  }

  /** The image that has the name now gets another one besides, by which it is found later. */
  private void keepOlder(Wanted args) {
    Optional<String> older = args.text("older");
    if (older.isPresent()) {
      ImageName besides = ImageName.parse(args.text("older_name").orElseThrow());
      Repeatable.once(
          NOT_FOUND,
          () ->
              engine
                  .commands()
                  .tagImageCmd(older.get(), besides.repository(), besides.tag())
                  .exec());
    }
  }

  /** Only where it is certain that nothing was built; else the older image may have no other. */
  private void dropOlderName(Wanted args) {
    args.text("older_name")
        .ifPresent(
            name ->
                Repeatable.once(NOT_FOUND, () -> engine.commands().removeImageCmd(name).exec()));
  }

  /** An engine that did not get the whole context has built nothing. */
  private void send(
      BuildImageCmd command,
      Streamed<BuildResponseItem> items,
      ContextStream tar,
      Wanted args,
      Run run)
      throws IOException, OpProblem {
    try {
      items.await(command::exec, run);
    } catch (RuntimeException e) {
      if (tar.failure().isPresent()) {
        dropOlderName(args);
        throw Problems.notDone(
            Codes.CONTEXT_CHANGED,
            "The build context `"
                + folder(Wanted.of(args.value("build")))
                + "` was not sent: "
                + tar.failure().get()
                + ".");
      }
      throw e;
    }
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return engine
        .image(name(args))
        .filter(it -> Engine.op("image", it.at("Config", "Labels")).equals(Made.op("image", args)))
        .<Probe>map(it -> new Probe.Finished(done(it, args)))
        .orElseGet(Probe.NotDone::new);
  }

  private BuildImageCmd command(Wanted args, Wanted build, String dockerfile)
      throws IOException, OpProblem {
    Map<String, String> labels = new LinkedHashMap<>(build.textMap("labels"));
    labels.putAll(args.textMap("stamp"));
    BuildImageCmd command =
        engine
            .commands()
            .buildImageCmd()
            .withDockerfilePath(dockerfile)
            .withTags(Set.of(name(args)))
            .withLabels(labels)
            .withRemove(true)
            .withForcerm(true)
            .withNoCache(build.isTrue("no_cache"))
            .withPull(build.isTrue("pull_base"));
    build.textMap("args").forEach(command::withBuildArg);
    build.text("target").ifPresent(command::withTarget);
    build.text("network_mode").ifPresent(command::withNetworkMode);
    build.number("shm_size").ifPresent(command::withShmsize);
    args.text("platform").ifPresent(command::withPlatform);
    if (build.has("extra_hosts")) {
      Set<String> hosts = new TreeSet<>();
      build.textMap("extra_hosts").forEach((host, ip) -> hosts.add(host + ":" + ip));
      command.withExtraHosts(hosts);
    }
    if (build.has("cache_from")) {
      command.withCacheFrom(new TreeSet<>(build.texts("cache_from")));
    }
    return command.withBuildAuthConfigs(logins(build, dockerfile));
  }

  /** Logins for the registries of the images that the Dockerfile starts from. */
  private AuthConfigurations logins(Wanted build, String dockerfile) throws IOException, OpProblem {
    AuthConfigurations logins = new AuthConfigurations();
    String text = Files.readString(folder(build).resolve(dockerfile));
    Set<String> registries = new TreeSet<>();
    Dockerfile.parse(text).bases().forEach(it -> registries.add(ImageName.parse(it).registry()));
    try {
      for (String registry : registries) {
        credentials.of(registry).map(ImagePull::auth).ifPresent(logins::addConfig);
      }
    } catch (HostProblem e) {
      throw Problems.notDone(e.code(), String.valueOf(e.getMessage()));
    }
    return logins;
  }

  private BuildContext context(Wanted build, String dockerfile) throws OpProblem {
    Path folder = folder(build);
    try {
      return BuildContext.of(folder, dockerfile);
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

  private Path folder(Wanted build) {
    return project.resolve(build.text("context").orElse(".")).normalize();
  }

  private static Done done(Json image, Wanted args) {
    return Made.object("image", image.at("Id").text(), name(args), Image.show(image, name(args)));
  }

  private static String name(Wanted args) {
    return args.text("name").orElseThrow();
  }
}

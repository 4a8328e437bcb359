package dev.dvl.docker.image;

import dev.dvl.docker.Codes;
import dev.dvl.docker.client.NewImage;
import dev.dvl.docker.client.Stopped;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.registry.Login;
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
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    NewImage image = image(args, build, dockerfile);
    Optional<String> error;
    try (ContextStream tar = ContextStream.of(context, build.text("context_digest"))) {
      error = send(image, tar, output, args, run);
    }
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
  private void keepOlder(Wanted args) throws IOException {
    Optional<String> older = args.text("older");
    if (older.isPresent()) {
      ImageName besides = ImageName.parse(args.text("older_name").orElseThrow());
      Repeatable.once(
          NOT_FOUND,
          () -> engine.client().images().tag(older.get(), besides.repository(), besides.tag()));
    }
  }

  /** Only where it is certain that nothing was built; else the older image may have no other. */
  private void dropOlderName(Wanted args) throws IOException {
    Optional<String> name = args.text("older_name");
    if (name.isPresent()) {
      Repeatable.once(NOT_FOUND, () -> engine.client().images().remove(name.get(), false));
    }
  }

  /** An engine that did not get the whole context has built nothing. */
  private Optional<String> send(
      NewImage image, ContextStream tar, BuildOutput output, Wanted args, Run run)
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

  private NewImage image(Wanted args, Wanted build, String dockerfile)
      throws IOException, OpProblem {
    Map<String, String> labels = new LinkedHashMap<>(build.textMap("labels"));
    labels.putAll(args.textMap("stamp"));
    Set<String> hosts = new TreeSet<>();
    build.textMap("extra_hosts").forEach((host, ip) -> hosts.add(host + ":" + ip));
    return new NewImage(
        name(args),
        dockerfile,
        labels,
        build.isTrue("no_cache"),
        build.isTrue("pull_base"),
        build.textMap("args"),
        build.text("target"),
        build.text("network_mode"),
        build.number("shm_size"),
        args.text("platform"),
        hosts,
        Set.copyOf(build.texts("cache_from")),
        logins(build, dockerfile));
  }

  /** Logins for the registries of the images that the Dockerfile starts from. */
  private List<Login> logins(Wanted build, String dockerfile) throws IOException, OpProblem {
    List<Login> logins = new ArrayList<>();
    String text = Files.readString(folder(build).resolve(dockerfile));
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

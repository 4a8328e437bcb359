package dev.dvl.docker.client;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.dvl.docker.registry.Login;
import dev.dvl.engine.provider.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What changes images. Those that take long tell how they get on, and end when asked to stop. */
public final class ImageCommands {
  private final DockerJava library;

  ImageCommands(DockerJava library) {
    this.library = library;
  }

  /**
   * Pulls one image.
   *
   * @param tag or digest
   * @return the error that the engine wrote into its report; empty: it was pulled
   * @throws Stopped when it was asked to stop
   */
  public Optional<String> pull(
      String repository,
      String tag,
      Optional<String> platform,
      Optional<Login> login,
      Consumer<ReportLine> sink,
      Cancel cancel)
      throws IOException {
    return library.ask(
        it -> {
          PullImageCmd command = it.pullImageCmd(repository).withTag(tag);
          platform.ifPresent(command::withPlatform);
          login.map(ImageCommands::auth).ifPresent(command::withAuthConfig);
          return new Reported<PullResponseItem>(item -> sink.accept(ReportLine.of(item)))
              .await(command::exec, cancel);
        });
  }

  /**
   * Builds an image.
   *
   * @param context an archive, which is read while it is sent
   * @return the error that the engine wrote into its report; empty: it was built
   * @throws Stopped when it was asked to stop
   */
  public Optional<String> build(
      NewImage image, InputStream context, Consumer<ReportLine> sink, Cancel cancel)
      throws IOException {
    return library.ask(
        it -> {
          BuildImageCmd command = filled(it.buildImageCmd(), image).withTarInputStream(context);
          return new Reported<BuildResponseItem>(item -> sink.accept(ReportLine.of(item)))
              .await(command::exec, cancel);
        });
  }

  /** Gives an image one more name. */
  public void tag(String image, String repository, String tag) throws IOException {
    library.run(it -> it.tagImageCmd(image, repository, tag).exec());
  }

  /** Takes a name away from an image, and removes it with its last one; what it stood on stays. */
  public void remove(String name) throws IOException {
    library.run(it -> it.removeImageCmd(name).withNoPrune(true).exec());
  }

  private static BuildImageCmd filled(BuildImageCmd command, NewImage image) {
    command
        .withDockerfilePath(image.dockerfile())
        .withTags(Set.of(image.name()))
        .withLabels(image.labels())
        .withRemove(true)
        .withForcerm(true)
        .withNoCache(image.noCache())
        .withPull(image.pullBase());
    image.args().forEach(command::withBuildArg);
    image.target().ifPresent(command::withTarget);
    image.networkMode().ifPresent(command::withNetworkMode);
    image.shmSize().ifPresent(command::withShmsize);
    image.platform().ifPresent(command::withPlatform);
    if (!image.extraHosts().isEmpty()) {
      command.withExtraHosts(image.extraHosts());
    }
    if (!image.cacheFrom().isEmpty()) {
      command.withCacheFrom(image.cacheFrom());
    }
    AuthConfigurations logins = new AuthConfigurations();
    image.logins().stream().map(ImageCommands::auth).forEach(logins::addConfig);
    return command.withBuildAuthConfigs(logins);
  }

  private static AuthConfig auth(Login login) {
    AuthConfig auth = new AuthConfig().withRegistryAddress(login.server());
    return login.token().isPresent()
        ? auth.withIdentityToken(login.token().get())
        : auth.withUsername(login.username()).withPassword(login.password());
  }
}

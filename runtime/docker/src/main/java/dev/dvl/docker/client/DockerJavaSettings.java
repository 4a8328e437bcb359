package dev.dvl.docker.client;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The library's own ways to find an engine, credentials and variables are not used. */
record DockerJavaSettings(RemoteApiVersion version) implements DockerClientConfig {

  /**
   * Settings for one version of the engine's API.
   *
   * @param version such as {@code 1.41}
   */
  static DockerJavaSettings of(String version) {
    int dot = version.indexOf('.');
    return new DockerJavaSettings(
        RemoteApiVersion.create(
            Integer.parseInt(version.substring(0, dot)),
            Integer.parseInt(version.substring(dot + 1))));
  }

  @Override
  public URI getDockerHost() {
    return URI.create("tcp://docker:80");
  }

  @Override
  public RemoteApiVersion getApiVersion() {
    return version;
  }

  @Override
  public @Nullable String getRegistryUsername() {
    return null;
  }

  @Override
  public @Nullable String getRegistryPassword() {
    return null;
  }

  @Override
  public @Nullable String getRegistryEmail() {
    return null;
  }

  @Override
  public @Nullable String getRegistryUrl() {
    return null;
  }

  @Override
  public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
    return null;
  }

  @Override
  public AuthConfigurations getAuthConfigurations() {
    return new AuthConfigurations();
  }

  /** docker-java has given up this type and still asks for it. */
  @Override
  @SuppressWarnings("deprecation")
  public com.github.dockerjava.core.@Nullable SSLConfig getSSLConfig() {
    return null;
  }
}

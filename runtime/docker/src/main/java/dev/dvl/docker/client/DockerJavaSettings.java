package dev.dvl.docker.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
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

  /**
   * Reads what is asked for and passes over the rest. The library's own mapper keeps the rest, too,
   * for which it makes a second reader of each object at the first command.
   */
  @Override
  public ObjectMapper getObjectMapper() {
    return new ObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
  }

  /** docker-java has given up this type and still asks for it. */
  @Override
  @SuppressWarnings("deprecation")
  public com.github.dockerjava.core.@Nullable SSLConfig getSSLConfig() {
    return null;
  }
}

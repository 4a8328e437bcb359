package dev.dvl.docker.library;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import dev.dvl.docker.wire.Api;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The commands of docker-java, loaded when the first of them is needed: it takes longer than a
 * whole reading. Its own ways to find an engine, credentials and variables are not used.
 */
public final class Library {
  private final Api api;
  private @Nullable DockerClient client;

  public Library(Api api) {
    this.api = api;
  }

  public synchronized DockerClient commands() {
    if (client == null) {
      client =
          DockerClientImpl.getInstance(new Settings(version()), new LibraryTransport(api.wire()));
    }
    return client;
  }

  private RemoteApiVersion version() {
    int dot = api.version().indexOf('.');
    return RemoteApiVersion.create(
        Integer.parseInt(api.version().substring(0, dot)),
        Integer.parseInt(api.version().substring(dot + 1)));
  }

  private record Settings(RemoteApiVersion version) implements DockerClientConfig {
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
}

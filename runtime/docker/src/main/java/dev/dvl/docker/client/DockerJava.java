package dev.dvl.docker.client;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import dev.dvl.docker.wire.Api;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** docker-java, loaded when the first command is given, and its failures in dvl's words. */
final class DockerJava {
  private final Api api;
  private @Nullable DockerClient client;

  DockerJava(Api api) {
    this.api = api;
  }

  /** Gives a command that answers nothing. */
  interface Command {
    void give(DockerClient client) throws IOException;
  }

  /** Gives a command that answers. */
  interface Question<T> {
    T ask(DockerClient client) throws IOException;
  }

  void run(Command command) throws IOException {
    ask(
        it -> {
          command.give(it);
          return true;
        });
  }

  /** What the transport throws comes back through the library, wrapped once or not at all. */
  <T> T ask(Question<T> question) throws IOException {
    try {
      return question.ask(client());
    } catch (RuntimeException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private synchronized DockerClient client() {
    if (client == null) {
      client =
          DockerClientImpl.getInstance(
              DockerJavaSettings.of(api.version()), new DockerJavaTransport(api.wire()));
    }
    return client;
  }
}

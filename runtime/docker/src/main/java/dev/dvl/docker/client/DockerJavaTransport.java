package dev.dvl.docker.client;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.LimitedStream;
import dev.dvl.docker.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the commands of docker-java travel on dvl's own connections. What the engine refuses never
 * comes to the library, which has exceptions of its own for it.
 */
record DockerJavaTransport(Wire wire) implements DockerHttpClient {
  private static final int LONGEST_REST = 64 * 1024;
  private static final int FIRST_OTHER = 300;
  private static final long LONGEST_ANSWER = 1 << 20;

  /** The calls that tell of their progress for as long as they take. */
  private static final List<String> STREAMS = List.of("/build?", "/images/create?");

  @Override
  public Response execute(Request request) {
    try {
      return received(
          request.path(),
          wire.send(
              new Call(
                  request.method(),
                  request.path(),
                  request.headers(),
                  body(request),
                  Optional.empty())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connections belong to the reader. */
  @Override
  public void close() {}

  private static Optional<Call.Body> body(Request request) {
    byte[] bytes = request.bodyBytes();
    if (bytes != null) {
      return Optional.of(Call.Body.of(bytes));
    }
    return Optional.ofNullable(request.body()).map(stream -> new Call.Body(stream, -1));
  }

  /** The library reads all of an answer that is no stream of items. */
  private static Received received(String path, Answer answer) throws IOException {
    if (!answer.ok() || answer.status() >= FIRST_OTHER) {
      try (answer) {
        throw EngineError.of(answer);
      }
    }
    boolean streams = STREAMS.stream().anyMatch(path::contains);
    return new Received(
        answer, streams ? answer.body() : new LimitedStream(answer.body(), LONGEST_ANSWER));
  }

  private record Received(Answer answer, InputStream body) implements Response {
    @Override
    public int getStatusCode() {
      return answer.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return answer.headers();
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    /** Reads what a command left, so that the connection can be kept; a stream is just cut. */
    @Override
    public void close() {
      try (answer) {
        if (answer.header("content-length").length() > 0) {
          answer.body().readNBytes(LONGEST_REST);
        }
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }
}

package dev.dvl.docker.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A wire at one version of the engine's API. Answers that say no become {@link EngineError}s. */
public record Api(Wire wire, String version) implements Closeable {

  private static final long LONGEST = 64L << 20;

  public Json get(String path) throws IOException {
    try (Answer answer = stream(Call.get(path))) {
      return whole(answer);
    }
  }

  public Json post(String path, Json body) throws IOException {
    try (Answer answer = stream(Call.post(path, body))) {
      return whole(answer);
    }
  }

  /** The answer itself, whose body may go on for long. */
  public Answer stream(Call call) throws IOException {
    Answer answer = wire.send(call.to("/v" + version + call.path()));
    if (answer.ok()) {
      return answer;
    }
    try (answer) {
      throw EngineError.of(answer);
    }
  }

  @Override
  public void close() {
    wire.close();
  }

  /** Also reads what follows the JSON text, so that the connection can be kept. */
  private static Json whole(Answer answer) throws IOException {
    InputStream body = new LimitedStream(answer.body(), LONGEST);
    Json json = JsonText.read(body);
    body.transferTo(OutputStream.nullOutputStream());
    return json;
  }
}

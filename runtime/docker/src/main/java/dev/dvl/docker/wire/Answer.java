package dev.dvl.docker.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** What came back. Closing it keeps the connection if the body was read to its end. */
public record Answer(
    int status, Map<String, List<String>> headers, InputStream body, Closeable release)
    implements Closeable {

  /** The first value of a header, whose name is given in lower case; empty where there is none. */
  public String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean ok() {
    return status >= 200 && status < 400;
  }

  @Override
  public void close() throws IOException {
    release.close();
  }
}

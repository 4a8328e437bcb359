package dev.dvl.docker.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param path with its query, from the slash on
 * @param limit how long to wait for the whole answer; empty: for ever
 */
public record Call(
    String method,
    String path,
    Map<String, String> headers,
    Optional<Body> body,
    Optional<Duration> limit) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public Call {
    headers = Map.copyOf(headers);
  }

  /** What is sent along; {@code length} is -1 where it is not known before. */
  public record Body(InputStream bytes, long length) {
    public static Body of(byte[] bytes) {
      return new Body(new ByteArrayInputStream(bytes), bytes.length);
    }
  }

  public static Call get(String path) {
    return new Call("GET", path, Map.of(), Optional.empty(), Optional.of(PATIENCE));
  }

  /** Asks for the headers of an answer alone. */
  public static Call head(String path) {
    return new Call("HEAD", path, Map.of(), Optional.empty(), Optional.of(PATIENCE));
  }

  public static Call post(String path) {
    return new Call("POST", path, Map.of(), Optional.empty(), Optional.empty());
  }

  public static Call post(String path, Json body) {
    byte[] bytes = JsonText.write(body).getBytes(StandardCharsets.UTF_8);
    return post(path).with(Map.of("Content-Type", "application/json")).sending(Body.of(bytes));
  }

  public Call with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Call(method, path, all, body, limit);
  }

  public Call sending(Body bytes) {
    return new Call(method, path, headers, Optional.of(bytes), limit);
  }

  public Call to(String otherPath) {
    return new Call(method, otherPath, headers, body, limit);
  }

  /** The same call, whose answer has ended within a time. */
  public Call within(Duration time) {
    return new Call(method, path, headers, body, Optional.of(time));
  }

  public Call patient() {
    return new Call(method, path, headers, body, Optional.empty());
  }

  /** Whether it may be sent again when a kept connection turns out to be dead. */
  boolean repeatable() {
    return body.isEmpty() && (method.equals("GET") || method.equals("HEAD"));
  }

  /** {@code path?a=b&c=d} with everything encoded. */
  public static String query(String path, Map<String, String> parameters) {
    return parameters.isEmpty()
        ? path
        : path
            + parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  /** Text as one segment of a path. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

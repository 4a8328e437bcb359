package dev.dvl.docker.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dvl.docker.Peers;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Sockets;
import dev.dvl.docker.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The test engine as others see it who know nothing of dvl: plain calls of its API. */
public final class Engine implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "";

  private final Wire wire;

  public Engine() {
    this.wire = new Wire(Sockets.unix(Path.of(Peers.docker().replaceFirst("^unix://", ""))));
  }

  public JsonNode get(String path) throws IOException {
    return send(Call.get(VERSION + path));
  }

  public JsonNode post(String path) throws IOException {
    return send(Call.post(VERSION + path));
  }

  public JsonNode post(String path, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return send(
        Call.post(VERSION + path)
            .with(Map.of("Content-Type", "application/json"))
            .sending(Call.Body.of(bytes)));
  }

  public void delete(String path) throws IOException {
    send(new Call("DELETE", VERSION + path, Map.of(), Optional.empty(), Optional.empty()));
  }

  public JsonNode container(String id) throws IOException {
    return get("/containers/" + id + "/json");
  }

  /** Stops and removes a container with its anonymous volumes. */
  public void removeContainer(String id) throws IOException {
    delete("/containers/" + id + "?force=1&v=1");
  }

  /** Makes a container and starts it. */
  public String run(String name, ObjectNode body) throws IOException {
    String id = create(name, body);
    post("/containers/" + id + "/start");
    return id;
  }

  public String create(String name, ObjectNode body) throws IOException {
    return post("/containers/create?name=" + Call.encode(name), body).path("Id").asText();
  }

  /** The entries of a list whose labels hold {@code label}. */
  public List<JsonNode> labelled(String path, String label) throws IOException {
    String filters = "{\"label\":[\"" + label + "\"]}";
    String all = path.startsWith("/containers") ? "all=1&" : "";
    JsonNode answer = get(path + "?" + all + "filters=" + Call.encode(filters));
    JsonNode entries = path.startsWith("/volumes") ? answer.path("Volumes") : answer;
    List<JsonNode> found = new ArrayList<>();
    entries.forEach(found::add);
    return found;
  }

  public static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  @Override
  public void close() {
    wire.close();
  }

  private JsonNode send(Call call) throws IOException {
    try (Answer answer = wire.send(call)) {
      String text = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.ok()) {
        throw new EngineError(answer.status(), call.method() + " " + call.path() + ": " + text);
      }
      return text.startsWith("{") || text.startsWith("[")
          ? JSON.readTree(text)
          : JSON.createObjectNode();
    }
  }
}

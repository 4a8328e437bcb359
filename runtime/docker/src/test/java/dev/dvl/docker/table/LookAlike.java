package dev.dvl.docker.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dvl.docker.table.Row.LiveObject;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts something in the place of an object that has its name, its labels (and so its birth record)
 * and all its settings but one.
 */
public record LookAlike(Engine engine) {
  private static final Set<String> ENGINES_OWN = Set.of("bridge", "default", "host", "none");

  void container(LiveObject object, Consumer<ObjectNode> differing) throws IOException {
    JsonNode seen = engine.container(object.id());
    ObjectNode body = seen.get("Config").deepCopy();
    body.set("HostConfig", seen.get("HostConfig").deepCopy());
    if (object.id().startsWith(body.path("Hostname").asText("-"))) {
      body.remove("Hostname");
    }
    String mode = seen.at("/HostConfig/NetworkMode").asText();
    JsonNode endpoint = seen.at("/NetworkSettings/Networks").path(mode);
    if (endpoint.isObject() && !ENGINES_OWN.contains(mode)) {
      body.putObject("NetworkingConfig")
          .putObject("EndpointsConfig")
          .putObject(mode)
          .set("IPAMConfig", endpoint.path("IPAMConfig"));
    }
    if (mode.equals("host") || mode.startsWith("container:")) {
      body.remove("Hostname");
    }
    differing.accept(body);
    engine.removeContainer(object.id());
    String id = engine.create(object.name(), body);
    if (seen.at("/State/Running").asBoolean()) {
      engine.post("/containers/" + id + "/start");
    }
  }

  /** One that was made in a network, by the network's id, and is in no other. */
  public void containerIn(String id, String name, String network) throws IOException {
    container(
        new LiveObject(id, name),
        body -> {
          ((ObjectNode) body.get("HostConfig")).put("NetworkMode", network);
          body.putObject("NetworkingConfig").putObject("EndpointsConfig").putObject(network);
        });
  }

  void network(LiveObject object, Consumer<ObjectNode> differing) throws IOException {
    JsonNode seen = engine.get("/networks/" + object.id());
    ObjectNode body = Engine.JSON.createObjectNode();
    for (String field :
        new String[] {
          "Name", "Driver", "Internal", "Attachable", "EnableIPv6", "IPAM", "Options", "Labels"
        }) {
      body.set(field, seen.get(field).deepCopy());
    }
    differing.accept(body);
    engine.delete("/networks/" + object.id());
    engine.post("/networks/create", body);
  }

  void volume(LiveObject object, Consumer<ObjectNode> differing) throws IOException {
    JsonNode seen = engine.get("/volumes/" + object.name());
    ObjectNode body = Engine.JSON.createObjectNode();
    body.set("Name", seen.get("Name"));
    body.set("Driver", seen.get("Driver"));
    body.set("Labels", seen.get("Labels").deepCopy());
    body.set(
        "DriverOpts",
        seen.path("Options").isObject() ? seen.get("Options").deepCopy() : Engine.object("{}"));
    differing.accept(body);
    engine.delete("/volumes/" + object.name());
    engine.post("/volumes/create", body);
  }
}

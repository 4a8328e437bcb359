package dev.dvl.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dvl.contract.ContractPrograms;
import dev.dvl.contract.Platform;
import dev.dvl.docker.image.BuiltName;
import dev.dvl.docker.table.Engine;
import dev.dvl.docker.wire.Call;
import dev.dvl.engine.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The test engine for the contract. Others use it at the same time, so a name counts only with a
 * random part of this platform's own; every name in the programs begins with it.
 */
final class EnginePlatform implements Platform {
  private static final String STRANGERS_IMAGE = "dvl-test/base:1";

  private final Path folder;
  private final String prefix = "ct%08x".formatted(new Random().nextInt());
  private final Engine engine = new Engine();
  private final List<String> strangers = new ArrayList<>();
  private final String host;

  private EnginePlatform(Path folder, String host) {
    this.folder = folder;
    this.host = host;
  }

  /**
   * With all that the programs read.
   *
   * @param folder the program's own
   * @param host the block by which dvl reaches the engine
   */
  static EnginePlatform in(Path folder, String host) throws IOException {
    Path context = Files.createDirectories(folder.resolve("page"));
    Files.writeString(
        context.resolve("Dockerfile"), "FROM dvl-test/base:1\nARG RELEASE\nCOPY Dockerfile /\n");
    return new EnginePlatform(folder, host);
  }

  @Override
  public Provider provider() {
    return new DockerProvider();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public ContractPrograms programs() {
    return ContractPrograms.of(text())
        .updating("64MiB", "96MiB")
        .replacing("RELEASE = \"one\"", "RELEASE = \"two\"")
        .replacing("size = 1", "size = 2")
        .replacing("-front\"", "-front\", internal = true")
        .moving("web", "site")
        .moving("front", "lan")
        .moving("data", "store")
        .moving("page", "shop")
        .adopting("db", prefix + "-db")
        .adopting("front", prefix + "-front")
        .adopting("data", prefix + "-data")
        .forgetting("page");
  }

  private String text() {
    return Programs.on(
        host,
        """
        image web {
          name = "PREFIX-web:1"
          build { context = "page", args = { RELEASE = "one" } }
        }
        network front { name = "PREFIX-front" }
        volume data { name = "PREFIX-data" }
        container db {
          image = "dvl-test/base:1"
          name = "PREFIX-db"
          networks = [front]
          mounts = [{ type = "volume", source = data, target = "/data" }]
          files = [{ path = "/etc/db.conf", text = "size = 1" }]
          memory = 64MiB
          health { command = ["true"], interval = 200ms }
          wait { until = "healthy" }
        }
        container page {
          image = web
          name = "PREFIX-page"
          networks = [{ network = front, aliases = ["shop"] }]
          env = { DB = db.ip ?? "none" }
          after = [db.healthy]
        }
        """
            .replace("PREFIX", prefix));
  }

  /** An image is whoever's that names it. */
  @Override
  public Map<String, String> adopted() {
    Map<String, String> adopted = new TreeMap<>(named());
    adopted.remove("image");
    return adopted;
  }

  @Override
  public Map<String, String> named() {
    return Map.of(
        "container", prefix + "-db",
        "image", prefix + "-web:1",
        "network", prefix + "-front",
        "volume", prefix + "-data");
  }

  @Override
  public int size() {
    return 5;
  }

  @Override
  public Set<String> holdingData() {
    return Set.of("volume");
  }

  @Override
  public void makeStranger(String kind, String name) throws IOException {
    switch (kind) {
      case "container" ->
          engine.create(name, Engine.object("{'Image': '" + STRANGERS_IMAGE + "'}"));
      case "image" -> tag(STRANGERS_IMAGE, name);
      default -> engine.post("/" + kind + "s/create", Engine.object("{'Name': '" + name + "'}"));
    }
    strangers.add(name);
  }

  /** A commit, what runs from it, what runs from a built image, and a second tag of that. */
  @Override
  public List<String> makeCopies() throws IOException {
    String page = prefix + "-page";
    String web = prefix + "-web:1";
    List<String> copies =
        List.of(
            prefix + "-commit:1", prefix + "-of-commit", prefix + "-of-image", prefix + "-tag:1");
    strangers.addAll(copies);
    engine.post("/commit?container=" + page + "&repo=" + prefix + "-commit&tag=1");
    engine.run(prefix + "-of-commit", Engine.object("{'Image': '" + prefix + "-commit:1'}"));
    engine.run(prefix + "-of-image", Engine.object("{'Image': '" + web + "'}"));
    tag(web, prefix + "-tag:1");
    return copies;
  }

  private void tag(String image, String name) throws IOException {
    int colon = name.lastIndexOf(':');
    engine.post(
        "/images/%s/tag?repo=%s&tag=%s"
            .formatted(image, name.substring(0, colon), name.substring(colon + 1)));
  }

  @Override
  public void removeStrangers() throws IOException {
    for (String container : containers()) {
      if (strangers.contains(container)) {
        engine.removeContainer(container);
      }
    }
    for (String image : images()) {
      if (strangers.contains(image)) {
        engine.delete("/images/" + image);
      }
    }
    for (String network : named("/networks", "")) {
      if (strangers.contains(network)) {
        engine.delete("/networks/" + network);
      }
    }
    for (String volume : named("/volumes", "Volumes")) {
      if (strangers.contains(volume)) {
        engine.delete("/volumes/" + volume);
      }
    }
    strangers.clear();
  }

  @Override
  public List<String> names() throws IOException {
    return Stream.of(containers(), images(), named("/networks", ""), named("/volumes", "Volumes"))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> containers() throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode container : engine.get("/containers/json?all=1")) {
      found.add(container.at("/Names/0").asText().substring(1));
    }
    return own(found);
  }

  /** An older build that has lost its name is still one, and stands here by its id. */
  private List<String> images() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode image : engine.get("/images/json")) {
      boolean named = false;
      for (JsonNode tag : image.path("RepoTags")) {
        named |= found.add(tag.asText()) && !tag.asText().equals("<none>:<none>");
      }
      Map<String, String> labels =
          Engine.JSON.convertValue(
              image.path("Labels"),
              new com.fasterxml.jackson.core.type.TypeReference<Map<String, String>>() {});
      if (!named && labels != null && BuiltName.read(labels).startsWith(prefix)) {
        found.add(prefix + " was " + image.path("Id").asText());
      }
    }
    return own(found);
  }

  private List<String> named(String path, String field) throws IOException {
    JsonNode answer =
        engine.get(path + "?filters=" + Call.encode("{\"name\":[\"" + prefix + "\"]}"));
    List<String> found = new ArrayList<>();
    (field.isEmpty() ? answer : answer.path(field))
        .forEach(it -> found.add(it.path("Name").asText()));
    return own(found);
  }

  private List<String> own(Iterable<String> names) {
    List<String> own = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        own.add(name);
      }
    }
    return own;
  }
}

package dev.dvl.packaging;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine says that does whatever it is asked to and knows what it has done: the body of a
 * request that makes something comes back when that is read. It has one object of a kind at most.
 */
final class StandInAnswers {
  private static final Pattern PATH = Pattern.compile("(?:/v[0-9.]+)?/([_a-z]+)/?([^?]*).*");
  private static final Pattern NAME = Pattern.compile("\\bname=([^&]*)");
  private static final String IMAGE =
      """
      {"Id":"sha256:1","RepoTags":["training:1"],"Os":"linux","Architecture":"amd64","Config":{}}\
      """;

  /** What stands, by kind: the text of the request that made it. */
  private final Map<String, String> made = new TreeMap<>();

  private String name = "";
  private boolean runs;

  /** A request. */
  record Request(String method, String path, String body) {}

  /** An answer, in JSON. */
  record Answer(int status, String body) {}

  synchronized Answer to(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return new Answer(400, "{}");
    }
    String kind = path.group(1);
    String rest = path.group(2);
    return switch (request.method()) {
      case "GET", "HEAD" -> read(kind, rest);
      case "DELETE" -> removed(kind);
      default -> done(kind, rest, request);
    };
  }

  private Answer read(String kind, String rest) {
    return switch (kind) {
      case "_ping" -> new Answer(200, "OK");
      case "info" ->
          new Answer(200, "{\"ID\":\"TRAINING\",\"OSType\":\"linux\",\"Architecture\":\"x86_64\"}");
      case "version" -> new Answer(200, "{\"ApiVersion\":\"1.41\",\"Version\":\"20.10.0\"}");
      case "images" -> new Answer(200, rest.equals("json") ? "[" + IMAGE + "]" : IMAGE);
      case "containers", "networks" ->
          rest.isEmpty() || rest.equals("json") ? list(kind) : one(kind, rest);
      case "volumes" ->
          rest.isEmpty()
              ? new Answer(200, "{\"Volumes\":" + list(kind).body() + "}")
              : one(kind, rest);
      default -> new Answer(404, "{\"message\":\"not here\"}");
    };
  }

  private Answer list(String kind) {
    return new Answer(200, made.containsKey(kind) ? "[" + shown(kind) + "]" : "[]");
  }

  private Answer one(String kind, String rest) {
    boolean other =
        kind.equals("containers") && !rest.startsWith("c1/") && !rest.startsWith(name + "/");
    return made.containsKey(kind) && !other
        ? new Answer(200, shown(kind))
        : new Answer(404, "{\"message\":\"no such object\"}");
  }

  /** A request says of networks and volumes what reading says of them, but for the id. */
  private String shown(String kind) {
    String body = made.getOrDefault(kind, "{}");
    return kind.equals("containers")
        ? """
        {"Id":"c1","Name":"/%s","Names":["/%s"],"Image":"sha256:1","ImageID":"sha256:1","Config":%s,"HostConfig":%s,
        "State":{"Running":%s,"Status":"%s"},"NetworkSettings":{"Networks":{"front":{"NetworkID":"n1","EndpointID":"e1"}}}}\
        """
            .formatted(name, name, body, "{}", runs, runs ? "running" : "created")
        : "{\"Id\":\"n1\"," + body.strip().substring(1);
  }

  private Answer removed(String kind) {
    made.remove(kind);
    return new Answer(204, "");
  }

  private Answer done(String kind, String rest, Request request) {
    if (rest.equals("create")) {
      made.put(kind, request.body());
    }
    Matcher named = NAME.matcher(request.path());
    if (kind.equals("containers") && named.find()) {
      name = named.group(1);
    }
    runs = rest.endsWith("/start") || (runs && !rest.endsWith("/stop"));
    return rest.equals("create")
        ? new Answer(201, "{\"Id\":\"%s1\"}".formatted(kind.charAt(0)))
        : new Answer(204, "");
  }
}

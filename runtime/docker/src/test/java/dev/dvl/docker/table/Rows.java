package dev.dvl.docker.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dvl.docker.table.Row.Form;
import dev.dvl.docker.table.Row.Outside;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The beginnings of rows. */
final class Rows {
  private Rows() {}

  static Row row(
      Form form, String kind, String path, String line, String changed, Outside outside) {
    String base = kind.equals("container") ? "image = \"dvl-test/base:1\"" : "";
    String name = kind.charAt(0) + "_" + path.replace('.', '_');
    Set<String> shown = new TreeSet<>(Set.of(path));
    return new Row(kind, path, name, form, base, line, "", changed, outside, shown, shown);
  }

  /** Changed by a call of the engine's own. */
  static Row live(String path, String line, Outside outside) {
    return row(Form.LIVE, "container", path, line, "", outside);
  }

  /** Changed by {@code docker update}. */
  static Row updated(String path, String line, String body) {
    return live(
        path,
        line,
        (engine, it) -> engine.post("/containers/" + it.id() + "/update", Engine.object(body)));
  }

  /** A look-alike whose {@code HostConfig} differs. */
  static Row host(String path, String line, String differing) {
    return rebuilt(path, line, body -> put((ObjectNode) body.get("HostConfig"), differing));
  }

  /** A look-alike whose {@code Config} differs. */
  static Row config(String path, String line, String differing) {
    return rebuilt(path, line, body -> put(body, differing));
  }

  static Row rebuilt(String path, String line, Consumer<ObjectNode> differing) {
    return row(
        Form.REBUILT,
        "container",
        path,
        line,
        "",
        (engine, it) -> new LookAlike(engine).container(it, differing));
  }

  static Row network(String path, String line, String differing) {
    return row(
        Form.REBUILT,
        "network",
        path,
        line,
        "",
        (engine, it) -> new LookAlike(engine).network(it, body -> put(body, differing)));
  }

  static Row volume(String path, String line, String differing) {
    return row(
        Form.REBUILT,
        "volume",
        path,
        line,
        "",
        (engine, it) -> new LookAlike(engine).volume(it, body -> put(body, differing)));
  }

  /** Not shown by the engine: the program is changed in place of the world. */
  static Row writeOnly(String kind, String path, String line, String changed) {
    return row(Form.WRITE_ONLY, kind, path, line, changed, Outside.NONE);
  }

  static Row dvlOnly(String kind, String path, String line, String changed) {
    return row(Form.DVL_ONLY, kind, path, line, changed, Outside.NONE).stays();
  }

  /** Merges objects, and puts everything else in its place. */
  static void put(ObjectNode into, String differing) {
    put(into, Engine.object(differing));
  }

  private static void put(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      if (field.getValue().isObject() && into.get(field.getKey()) instanceof ObjectNode inner) {
        put(inner, field.getValue());
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }
}

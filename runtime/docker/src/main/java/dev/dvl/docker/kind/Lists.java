package dev.dvl.docker.kind;

import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Query.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The entries of one kind: those of the stack by label, and those under claimed names by name; a
 * second call is made only where a claimed name is not among the first ones.
 */
public record Lists(Api api, Query query) {
  /** With more names than this, a list of everything is cheaper for both sides. */
  private static final int MANY_NAMES = 200;

  /** What containers and networks have for an id; a claim may carry one in place of a name. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  public List<Json> containers() throws IOException {
    return kind("container", "/containers/json", Map.of("all", "1"), Lists::containerName);
  }

  public List<Json> networks() throws IOException {
    return kind("network", "/networks", Map.of(), entry -> entry.at("Name").text());
  }

  public List<Json> volumes() throws IOException {
    return kind("volume", "/volumes", Map.of(), entry -> entry.at("Name").text());
  }

  /** All images: they are looked up under many names, and a list of them is cheap. */
  public List<Json> images() throws IOException {
    return get("/images/json", Map.of(), Map.of());
  }

  static String containerName(Json entry) {
    return entry.at("Names").texts().stream()
        .filter(name -> name.lastIndexOf('/') == 0)
        .map(name -> name.substring(1))
        .findFirst()
        .orElse("");
  }

  /** The field that tells an entry from others. */
  private interface Named {
    String of(Json entry);
  }

  private List<Json> kind(String kind, String path, Map<String, String> options, Named named)
      throws IOException {
    if (query.scope() == Scope.EVERYTHING) {
      return get(path, options, Map.of());
    }
    List<Json> found = new ArrayList<>();
    if (query.scope() == Scope.OURS) {
      found.addAll(
          get(path, options, Map.of("label", List.of(StampLabels.filter(kind, query.stack())))));
    }
    Set<String> missing = claimed(kind);
    for (Json entry : found) {
      missing.remove(named.of(entry));
      missing.remove(entry.at("Id").text());
    }
    Map<Boolean, Set<String>> byForm =
        missing.stream()
            .collect(
                Collectors.partitioningBy(name -> ID.matcher(name).matches(), Collectors.toSet()));
    found.addAll(claimed(path, options, named, byForm.getOrDefault(false, Set.of())));
    found.addAll(identified(path, options, byForm.getOrDefault(true, Set.of())));
    return once(found);
  }

  /** One may be claimed by its name and by its id. */
  private static List<Json> once(List<Json> entries) {
    Set<String> ids = new HashSet<>();
    return entries.stream()
        .filter(entry -> entry.at("Id").text().isEmpty() || ids.add(entry.at("Id").text()))
        .toList();
  }

  private List<Json> identified(String path, Map<String, String> options, Set<String> ids)
      throws IOException {
    return ids.isEmpty() ? List.of() : get(path, options, Map.of("id", List.copyOf(ids)));
  }

  private List<Json> claimed(
      String path, Map<String, String> options, Named named, Set<String> names) throws IOException {
    Map<String, List<String>> filter =
        names.size() > MANY_NAMES
            ? Map.of()
            : Map.of("name", names.stream().map(name -> "^/?" + escaped(name) + "$").toList());
    return get(path, options, filter).stream()
        .filter(entry -> names.contains(named.of(entry)))
        .toList();
  }

  private Set<String> claimed(String kind) {
    return query.claims().stream()
        .filter(claim -> claim.kind().equals(kind))
        .map(Query.Claim::platformName)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Dots are all that Docker's names have and patterns mean otherwise. */
  private static String escaped(String name) {
    return name.replace(".", "\\.");
  }

  private List<Json> get(
      String path, Map<String, String> options, Map<String, List<String>> filters)
      throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>(options);
    if (!filters.isEmpty()) {
      Map<String, Json> fields = new LinkedHashMap<>();
      filters.forEach((name, values) -> fields.put(name, Json.texts(values)));
      parameters.put("filters", JsonText.write(new Json.Obj(fields)));
    }
    Json answer = api.get(Call.query(path, parameters));
    return path.equals("/volumes") ? answer.at("Volumes").elements() : answer.elements();
  }
}

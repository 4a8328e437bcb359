package dev.dvl.docker.kind;

import dev.dvl.docker.stamp.StampLabels;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the entries of one kind are listed: those of the stack by label, and those under claimed
 * names by name; a second call is made only where a claimed name is not among the first ones.
 *
 * @param options what goes along with each call
 * @param all the entries in an answer
 * @param named the name of an entry
 */
public record Entries(
    String kind,
    String path,
    Map<String, String> options,
    Function<Json, List<Json>> all,
    Function<Json, String> named) {
  /** With more names than this, a list of everything is cheaper for both sides. */
  private static final int MANY_NAMES = 200;

  /** What containers and networks have for an id; a claim may carry one in place of a name. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  /** What networks of a swarm have for one, and what may be a name as well. */
  private static final Pattern SWARM_ID = Pattern.compile("[0-9a-z]{25}");

  /** Those that a reading asks for. */
  public List<Json> read(Reading reading) throws IOException {
    Query query = reading.query();
    if (query.scope() == Scope.EVERYTHING) {
      return get(reading, Map.of());
    }
    List<Json> found = new ArrayList<>();
    if (query.scope() == Scope.OURS) {
      String ours = StampLabels.filter(kind, query.stack());
      found.addAll(get(reading, Map.of("label", List.of(ours))));
    }
    Set<String> missing = new HashSet<>(reading.claimed(kind));
    for (Json entry : found) {
      missing.remove(named.apply(entry));
      missing.remove(entry.at("Id").text());
    }
    found.addAll(claimed(reading, those(missing, name -> !ID.matcher(name).matches())));
    found.addAll(identified(reading, those(missing, Entries::mayBeId)));
    return once(found);
  }

  private static boolean mayBeId(String name) {
    return ID.matcher(name).matches() || SWARM_ID.matcher(name).matches();
  }

  private static Set<String> those(Set<String> names, Predicate<String> which) {
    return names.stream().filter(which).collect(Collectors.toSet());
  }

  /** One may be claimed by its name and by its id. */
  private static List<Json> once(List<Json> entries) {
    Set<String> ids = new HashSet<>();
    return entries.stream()
        .filter(entry -> entry.at("Id").text().isEmpty() || ids.add(entry.at("Id").text()))
        .toList();
  }

  private List<Json> identified(Reading reading, Set<String> ids) throws IOException {
    return ids.isEmpty() ? List.of() : get(reading, Map.of("id", List.copyOf(ids)));
  }

  private List<Json> claimed(Reading reading, Set<String> names) throws IOException {
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, List<String>> filter =
        names.size() > MANY_NAMES
            ? Map.of()
            : Map.of("name", names.stream().map(name -> "^/?" + escaped(name) + "$").toList());
    return get(reading, filter).stream()
        .filter(entry -> names.contains(named.apply(entry)))
        .toList();
  }

  /** Dots are all that Docker's names have and patterns mean otherwise. */
  private static String escaped(String name) {
    return name.replace(".", "\\.");
  }

  private List<Json> get(Reading reading, Map<String, List<String>> filters) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>(options);
    if (!filters.isEmpty()) {
      Map<String, Json> fields = new LinkedHashMap<>();
      filters.forEach((name, values) -> fields.put(name, Json.texts(values)));
      parameters.put("filters", JsonText.write(new Json.Obj(fields)));
    }
    return all.apply(reading.list(Call.query(path, parameters)));
  }
}

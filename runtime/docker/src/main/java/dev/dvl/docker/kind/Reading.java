package dev.dvl.docker.kind;

import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.stamp.Standings;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Query;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One reading of an engine while it goes on.
 *
 * @param info what the engine says of itself
 * @param images the names of images that wanted resources of other kinds are made of
 * @param told takes what there is to say of wanted resources, from any thread
 */
public record Reading(
    Api api,
    Json info,
    Credentials credentials,
    Query query,
    List<String> images,
    Parallel parallel,
    Consumer<Finding> told) {

  public Reading {
    images = List.copyOf(images);
  }

  /** An answer of the engine, once there is room for one more call; one path has one answer. */
  public Json get(String path) throws IOException {
    return parallel.once(path, () -> api.get(path));
  }

  /** All objects of a kind: see {@link Api#list}; one path has one answer. */
  public Json list(String path) throws IOException {
    return parallel.once(path, () -> api.list(path));
  }

  /** What each path leads to, all asked for at once; nothing where it is gone by now. */
  public Map<String, Json> inspected(Collection<String> ids, Function<String, String> path)
      throws IOException {
    return parallel.all(ids, id -> find(path.apply(id)));
  }

  /** What is found out about each, all at once, as far as there is room for calls. */
  public <T> Map<String, T> each(Collection<String> ids, Function<String, T> work)
      throws IOException {
    return parallel.all(ids, id -> parallel.inTurn(() -> work.apply(id)));
  }

  /** Names and ids that the program claims for a kind. */
  public Set<String> claimed(String kind) {
    return query.claims().stream()
        .filter(claim -> claim.kind().equals(kind))
        .map(Query.Claim::platformName)
        .collect(Collectors.toSet());
  }

  /** An object that inherits labels from nothing. */
  public Live live(Ref ref, Json labels, ShownValues shown) {
    Optional<Stamp> stamp = StampLabels.read(ref.kind(), labels.textFields());
    return new Live(
        ref,
        Standings.of(stamp, "", "", query.stack()),
        stamp,
        shown.values(),
        shown.defaults(),
        shown.outputs());
  }

  /** What a path leads to; nothing where it is not there. */
  public Json find(String path) throws IOException {
    try {
      return get(path);
    } catch (EngineError e) {
      if (e.notFound()) {
        return Json.Nil.NIL;
      }
      throw e;
    }
  }
}

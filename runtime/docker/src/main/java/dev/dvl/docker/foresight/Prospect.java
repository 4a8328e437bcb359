package dev.dvl.docker.foresight;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Ref;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ops that are planned on an engine, and the engine, which is asked for each of its lists once at
 * most. Objects that stand for resources or go with the plan are in nobody's way: the plan orders
 * who gives up what.
 */
final class Prospect {
  private final Api api;
  private final Json info;
  private final Credentials credentials;
  private final List<Op> ops;
  private final Map<Address, Ref> objects;
  private final Set<String> own;
  private final Map<String, Json> answers = new HashMap<>();

  /**
   * @param info what the engine says of itself
   * @param objects what stands for resources now
   */
  Prospect(Api api, Json info, Credentials credentials, List<Op> ops, Map<Address, Ref> objects) {
    this.api = api;
    this.info = info;
    this.credentials = credentials;
    this.ops = ops.stream().filter(op -> !op.undoes()).toList();
    this.objects = Map.copyOf(objects);
    this.own =
        Stream.concat(
                objects.values().stream().map(Ref::id),
                ops.stream().flatMap(op -> texts(op.request().args().values())))
            .collect(Collectors.toUnmodifiableSet());
  }

  Api api() {
    return api;
  }

  Json info() {
    return info;
  }

  Credentials credentials() {
    return credentials;
  }

  /** What goes forward: taking back asks for nothing that was not there before. */
  List<Op> ops() {
    return ops;
  }

  Map<Address, Ref> objects() {
    return objects;
  }

  /** The containers of others, running or not. */
  List<Json> otherContainers() throws IOException {
    return others(list("/containers/json?all=1").elements());
  }

  /** The networks of others. */
  List<Json> otherNetworks() throws IOException {
    return others(list("/networks").elements());
  }

  List<Json> volumes() throws IOException {
    return list("/volumes").at("Volumes").elements();
  }

  private List<Json> others(List<Json> entries) {
    return entries.stream().filter(it -> !own.contains(it.at("Id").text())).toList();
  }

  private static Stream<String> texts(Collection<Value> values) {
    return values.stream()
        .flatMap(Value::leaves)
        .filter(Value.Text.class::isInstance)
        .map(it -> ((Value.Text) it).value());
  }

  private Json list(String path) throws IOException {
    if (!answers.containsKey(path)) {
      answers.put(path, api.list(path));
    }
    return answers.getOrDefault(path, Json.Nil.NIL);
  }
}

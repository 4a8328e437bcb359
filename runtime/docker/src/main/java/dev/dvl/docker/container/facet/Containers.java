package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one door to the attributes of containers. */
public final class Containers {
  private Containers() {}

  /** The create request for known values. */
  public static Request request(Wanted wanted) {
    Request request = new Request();
    ContainerFacets.ALL.forEach(facet -> facet.ask(wanted, request));
    return request;
  }

  /**
   * The update request. A limit of processes that is not wanted any more is sent as none; memory
   * and swap go together, because the engine refuses a memory above the swap of before.
   */
  public static Json update(Wanted wanted, boolean withoutPidsLimit) {
    Map<String, Json> body = new LinkedHashMap<>(request(wanted).update().fields());
    body.remove("NetworkMode");
    if (wanted.has("memory") && !wanted.has("memory_swap")) {
      body.put("MemorySwap", Json.of(Codec.number(wanted.value("memory")) * 2));
    }
    if (withoutPidsLimit) {
      body.put("PidsLimit", Json.of(-1));
    }
    return new Json.Obj(body);
  }

  /** What an inspection shows. */
  public static ShownValues show(Seen seen) {
    ShownValues shown = new ShownValues();
    ContainerFacets.ALL.forEach(facet -> facet.show(seen, shown));
    return shown;
  }

  /**
   * Wanted values in the form in which a container shows them: ports without what goes without
   * saying, ranges unfolded, capabilities without prefix. What is not known yet stays as it is.
   */
  public static SortedMap<String, Value> canonical(Map<String, Value> values) {
    SortedMap<String, Value> canonical = new TreeMap<>(values);
    Map<String, Value> known = new TreeMap<>(values);
    known.values().removeIf(value -> !value.isKnown());
    Json written = request(new Wanted(known)).asInspected();
    ShownValues shown = show(new Seen(written, Json.Nil.NIL, Json.Nil.NIL, Optional.empty()));
    known.forEach(
        (name, wanted) -> {
          Value value = shown.values().getOrDefault(name, Value.Null.NULL);
          if (!value.isNull()) {
            canonical.put(name, said(wanted, value));
          }
        });
    return canonical;
  }

  /** Of a block only what the program said: what it leaves out is for defaults to fill. */
  private static Value said(Value wanted, Value shown) {
    if (wanted instanceof Value.ObjectOf(var fields)
        && shown instanceof Value.ObjectOf(var canonical)) {
      Map<String, Value> kept = new TreeMap<>(canonical);
      kept.keySet().retainAll(fields.keySet());
      return Value.ObjectOf.of(kept);
    }
    return shown;
  }
}

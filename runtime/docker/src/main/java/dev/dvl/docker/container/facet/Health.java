package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The block {@code health}. What it leaves out the engine takes from the image, field by field, and
 * then from its own defaults.
 */
record Health() implements Facet {
  private static final Value HALF_MINUTE = Codec.duration(30_000_000_000L);
  private static final Value NO_TIME = Codec.duration(0);
  private static final long RETRIES = 3;

  @Override
  public void ask(Wanted wanted, Request request) {
    if (!wanted.has("health")) {
      return;
    }
    Wanted health = Wanted.of(wanted.value("health"));
    Map<String, Json> check = new LinkedHashMap<>();
    if (health.isTrue("disabled")) {
      check.put("Test", Json.texts(List.of("NONE")));
    } else if (health.has("command")) {
      check.put("Test", test(health));
    }
    time(health, "interval", "Interval", check);
    time(health, "timeout", "Timeout", check);
    time(health, "start_period", "StartPeriod", check);
    health.number("retries").ifPresent(count -> check.put("Retries", Json.of(count)));
    request.put(Section.CONFIG, "Healthcheck", new Json.Obj(check));
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Json ofImage = seen.imageConfig("Healthcheck");
    shown.put(
        "health",
        block(seen.at(Section.CONFIG, "Healthcheck"), ofImage),
        block(ofImage, Json.Nil.NIL));
  }

  private static void time(Wanted health, String field, String name, Map<String, Json> check) {
    health.number(field).ifPresent(nanos -> check.put(name, Json.of(nanos)));
  }

  private static Json test(Wanted health) {
    return health
        .text("command")
        .map(shell -> Json.texts(List.of("CMD-SHELL", shell)))
        .orElseGet(
            () -> {
              List<String> words = new java.util.ArrayList<>(List.of("CMD"));
              words.addAll(health.texts("command"));
              return Json.texts(words);
            });
  }

  /** With the check disabled nothing says what it would be: the image's command counts. */
  private static Value block(Json check, Json ofImage) {
    if (check.isNil()) {
      return Value.Null.NULL;
    }
    List<String> test = check.at("Test").texts();
    boolean disabled = test.equals(List.of("NONE"));
    Map<String, Value> fields = new TreeMap<>();
    fields.put("disabled", Value.of(disabled));
    fields.put("command", command(disabled ? ofImage.at("Test").texts() : test));
    fields.put("interval", or(check.at("Interval"), HALF_MINUTE));
    fields.put("timeout", or(check.at("Timeout"), HALF_MINUTE));
    fields.put("start_period", or(check.at("StartPeriod"), NO_TIME));
    long retries = check.at("Retries").number();
    fields.put("retries", Value.of(retries == 0 ? RETRIES : retries));
    return Value.ObjectOf.of(fields);
  }

  private static Value command(List<String> test) {
    if (test.size() < 2) {
      return Value.Null.NULL;
    }
    return test.getFirst().equals("CMD-SHELL")
        ? Value.text(test.get(1))
        : new Value.ListOf(test.stream().skip(1).map(Value::text).toList());
  }

  private static Value or(Json nanos, Value otherwise) {
    return nanos.number() == 0 ? otherwise : Codec.duration(nanos.number());
  }
}

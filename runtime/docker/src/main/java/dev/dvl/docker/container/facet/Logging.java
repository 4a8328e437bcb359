package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The block {@code log}. The engine adds options of its own configuration, which it shows nowhere
 * else: options that the program did not set count as the engine's.
 */
record Logging() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (!wanted.has("log")) {
      return;
    }
    Wanted log = Wanted.of(wanted.value("log"));
    Map<String, Json> config = new LinkedHashMap<>();
    log.text("driver").ifPresent(driver -> config.put("Type", Json.of(driver)));
    if (log.has("options")) {
      config.put("Config", Json.texts(log.textMap("options")));
    }
    request.put(Section.HOST, "LogConfig", new Json.Obj(config));
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Json config = seen.at(Section.HOST, "LogConfig");
    Value standard = Codec.text(seen.engine().at("LoggingDriver").text());
    Value driver = Codec.text(config.at("Type").text());
    Value options = Codec.map(config.at("Config"));
    shown.put(
        "log",
        block(driver.isNull() ? standard : driver, options),
        block(standard, seen.setAtBirth("log") ? Value.MapOf.of(Map.of()) : options));
  }

  private static Value block(Value driver, Value options) {
    return Value.ObjectOf.of(Map.of("driver", driver, "options", options));
  }
}

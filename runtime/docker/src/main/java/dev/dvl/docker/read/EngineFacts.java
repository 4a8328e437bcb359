package dev.dvl.docker.read;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Facts;
import java.util.Map;
import java.util.TreeMap;

/** What {@code /info} says, under the names of the outputs of a Docker host. */
public final class EngineFacts {
  private EngineFacts() {}

  /**
   * The facts in what the engine says of itself.
   *
   * @param apiVersion the newest that the engine speaks
   */
  public static Facts of(Json info, String apiVersion) {
    Map<String, Value> values = new TreeMap<>();
    values.put("version", text(info, "ServerVersion"));
    values.put("api_version_max", Value.text(apiVersion));
    values.put("memory", new Value.Quantity(Dimension.SIZE, info.at("MemTotal").number()));
    values.put("cpus", Value.of(info.at("NCPU").number()));
    values.put("os", text(info, "OSType"));
    values.put("architecture", text(info, "Architecture"));
    values.put("swap_limit", Value.of(info.at("SwapLimit").isTrue()));
    values.put("default_runtime", text(info, "DefaultRuntime"));
    values.put("default_log_driver", text(info, "LoggingDriver"));
    boolean second = info.at("CgroupVersion").text().equals("2");
    values.put("default_cgroupns_mode", Value.text(second ? "private" : "host"));
    return new Facts(info.at("ServerVersion").text(), values);
  }

  private static Value text(Json info, String name) {
    return Value.text(info.at(name).text());
  }
}

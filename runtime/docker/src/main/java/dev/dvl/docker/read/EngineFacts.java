package dev.dvl.docker.read;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.EngineVersion;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Facts;
import dev.dvl.stdlib.ContainerAttribute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code /info} says, under the names of the outputs of a Docker host. */
public final class EngineFacts {
  /** What the engine says that it can keep, and the attributes for which it needs that. */
  private static final Map<String, List<ContainerAttribute>> LIMITS =
      Map.of(
          "MemoryLimit", List.of(ContainerAttribute.MEMORY, ContainerAttribute.MEMORY_RESERVATION),
          "SwapLimit", List.of(ContainerAttribute.MEMORY_SWAP),
          "CpuCfsQuota", List.of(ContainerAttribute.CPUS),
          "CPUShares", List.of(ContainerAttribute.CPU_SHARES),
          "CPUSet", List.of(ContainerAttribute.CPUSET, ContainerAttribute.CPUSET_MEMS),
          "PidsLimit", List.of(ContainerAttribute.PIDS_LIMIT));

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
    values.put("starts_in_home_network", Value.of(EngineVersion.needsHomeNetworks(info)));
    values.put("limits_not_kept", limitsNotKept(info));
    boolean second = info.at("CgroupVersion").text().equals("2");
    values.put("default_cgroupns_mode", Value.text(second ? "private" : "host"));
    return new Facts(info.at("ServerVersion").text(), server(info), values);
  }

  /** Machines that were copied with an engine on them have the same id, and mostly other names. */
  private static String server(Json info) {
    String id = info.at("ID").text();
    return id.isEmpty() ? "" : id + " " + info.at("Name").text();
  }

  /** What an engine does not tell of, because it is too old, it keeps. */
  private static Value limitsNotKept(Json info) {
    return Value.SetOf.of(
        LIMITS.entrySet().stream()
            .filter(it -> !info.at(it.getKey()).isNil() && !info.at(it.getKey()).isTrue())
            .flatMap(it -> it.getValue().stream())
            .map(it -> Value.text(it.word()))
            .toList());
  }

  private static Value text(Json info, String name) {
    return Value.text(info.at(name).text());
  }
}

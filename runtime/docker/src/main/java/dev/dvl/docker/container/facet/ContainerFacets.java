package dev.dvl.docker.container.facet;

import static dev.dvl.docker.container.facet.Plain.config;
import static dev.dvl.docker.container.facet.Plain.host;
import static dev.dvl.docker.container.facet.Plain.image;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.wire.Json;
import java.util.List;
import java.util.Map;

/** All attributes of {@code container} that the engine keeps. */
final class ContainerFacets {
  private static final Value NONE = Value.Null.NULL;
  private static final Value NO = Value.of(false);
  private static final Value EMPTY_LIST = new Value.ListOf(List.of());
  private static final Value EMPTY_SET = new Value.SetOf(List.of());
  private static final Value EMPTY_MAP = Value.MapOf.of(Map.of());
  private static final Value TEN_SECONDS = Codec.duration(10_000_000_000L);
  private static final Value SHM = Codec.size(64L << 20);

  static final List<Facet> ALL =
      List.of(
          new ContainerImage(),
          new Running(),
          new EntrypointAndCommand(),
          new Environment(),
          new Labels(),
          new HostName(),
          new Restart(),
          new Health(),
          new Logging(),
          new Ports(),
          new NetworkPlaces(),
          new Mounts(),
          new FreshPaths(),
          new Swap(),
          new Devices(),
          new Ulimits(),
          new ExtraHosts(),
          new Security(),
          image("working_dir", "WorkingDir", Codec.PATH, NONE),
          image("user", "User", Codec.TEXT, NONE),
          image("stop_signal", "StopSignal", Codec.SIGNAL, Value.text("SIGTERM")),
          config("stop_grace", "StopTimeout", Codec.SECONDS, TEN_SECONDS),
          config("tty", "Tty", Codec.BOOL, NO),
          config("stdin_open", "OpenStdin", Codec.BOOL, NO),
          host("init", "Init", Codec.MAYBE_BOOL, NONE),
          host("groups", "GroupAdd", Codec.SET, EMPTY_SET),
          host("dns", "Dns", Codec.ADDRESSES, EMPTY_LIST),
          host("dns_search", "DnsSearch", Codec.LIST, EMPTY_LIST),
          host("dns_options", "DnsOptions", Codec.LIST, EMPTY_LIST),
          host("read_only", "ReadonlyRootfs", Codec.BOOL, NO),
          host("shm_size", "ShmSize", Codec.SIZE, SHM),
          host("cpus", "NanoCpus", Codec.CPUS, NONE),
          host("cpu_shares", "CpuShares", Codec.INT, NONE),
          host("cpuset", "CpusetCpus", Codec.TEXT, NONE),
          host("cpuset_mems", "CpusetMems", Codec.TEXT, NONE),
          host("memory", "Memory", Codec.SIZE, NONE),
          host("memory_reservation", "MemoryReservation", Codec.SIZE, NONE),
          host("pids_limit", "PidsLimit", Codec.LIMIT, NONE),
          host("sysctls", "Sysctls", Codec.MAP, EMPTY_MAP),
          host("cap_add", "CapAdd", Codec.CAPABILITIES, EMPTY_SET),
          host("cap_drop", "CapDrop", Codec.CAPABILITIES, EMPTY_SET),
          host("privileged", "Privileged", Codec.BOOL, NO),
          host("userns_mode", "UsernsMode", Codec.TEXT, NONE),
          host("uts_mode", "UTSMode", Codec.TEXT, NONE),
          new Plain(
              "runtime",
              Section.HOST,
              "Runtime",
              Codec.TEXT,
              seen -> Codec.text(seen.engine().at("DefaultRuntime").text())),
          new Plain(
              "cgroupns_mode",
              Section.HOST,
              "CgroupnsMode",
              Codec.TEXT,
              seen -> Value.text(cgroupNamespace(seen.engine()))),
          new Namespaces("pid_mode", "PidMode", seen -> NONE),
          new Namespaces("ipc_mode", "IpcMode", seen -> Value.text("private")));

  private ContainerFacets() {}

  /**
   * What a container gets that asks for none: it follows the kernel's version of control groups.
   */
  static String cgroupNamespace(Json engine) {
    return engine.at("CgroupVersion").text().equals("2") ? "private" : "host";
  }
}

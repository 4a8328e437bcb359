package dev.dvl.docker.table;

import static dev.dvl.docker.table.Rows.config;
import static dev.dvl.docker.table.Rows.dvlOnly;
import static dev.dvl.docker.table.Rows.host;
import static dev.dvl.docker.table.Rows.live;
import static dev.dvl.docker.table.Rows.updated;
import static dev.dvl.docker.table.Rows.writeOnly;

import dev.dvl.docker.table.Row.Form;
import java.util.List;
import java.util.stream.Stream;

/** The attributes of {@code container} that say what runs, and within which limits. */
final class ContainerRows {
  private static final String FULL = "image = \"dvl-test/full:1\"\nstop_grace = 1s";

  private ContainerRows() {}

  static Stream<Row> all(String prefix) {
    return Stream.of(what(prefix), health(), dvlsOwn(), limits(), rights()).flatMap(List::stream);
  }

  private static List<Row> what(String prefix) {
    return List.of(
        config(
                "image",
                "image = \"dvl-test/base:1\"",
                "{'Image': 'dvl-test/base:2', 'Labels': {'org.opencontainers.image.version': '2'}}")
            .base("")
            .without("image = \"dvl-test/base:1\"")
            .stays(),
        live(
            "name",
            "name = \"" + prefix + "-named\"",
            (engine, it) ->
                engine.post("/containers/" + it.id() + "/rename?name=" + prefix + "-other")),
        live(
                "running",
                "running = true",
                (engine, it) -> engine.post("/containers/" + it.id() + "/stop"))
            .stays(),
        live(
                "running",
                "running = false",
                (engine, it) -> engine.post("/containers/" + it.id() + "/start"))
            .named("not"),
        config("command", "command = [\"sh\", \"-c\", \"exec idle\"]", "{'Cmd': ['idle']}"),
        config("command", "command = [\"a\", \"b\"]", "{'Cmd': ['a']}").base(FULL).named("full"),
        config("entrypoint", "entrypoint = [\"idle\"]", "{'Entrypoint': ['sh', '-c', 'idle']}")
            .gone("entrypoint"),
        config("entrypoint", "entrypoint = [\"idle\"]", "{'Entrypoint': ['sh', '-c', 'idle']}")
            .base(FULL)
            .named("full")
            .gone("entrypoint"),
        config("env", "env = { A = \"1\" }", "{'Env': ['A=2', 'PATH=/bin']}").shows("env[\"A\"]"),
        config("env", "env = { COLOR = \"red\" }", "{'Env': ['COLOR=blue', 'PATH=/bin']}")
            .base(FULL)
            .named("full")
            .shows("env[\"COLOR\"]"),
        config("working_dir", "working_dir = \"/tmp\"", "{'WorkingDir': '/var'}"),
        config("working_dir", "working_dir = \"/tmp\"", "{'WorkingDir': '/var'}")
            .base(FULL)
            .named("full"),
        config("user", "user = \"1000\"", "{'User': '0'}"),
        config("user", "user = \"0\"", "{'User': '1000'}").base(FULL).named("full"),
        host("groups", "groups = [\"7\"]", "{'GroupAdd': ['8']}"),
        config("labels", "labels = { a = \"b\" }", "{'Labels': {'a': 'c'}}").shows("labels[\"a\"]"),
        config(
                "labels",
                "labels = { \"image.color\" = \"red\" }",
                "{'Labels': {'image.shape': 'x'}}")
            .base(FULL)
            .named("full")
            .seen("labels[\"image.shape\"]")
            .gone("labels[\"image.color\"]"),
        host("init", "init = true", "{'Init': false}"),
        config("tty", "tty = true", "{'Tty': false}"),
        config("stdin_open", "stdin_open = true", "{'OpenStdin': false}"),
        config("stop_signal", "stop_signal = \"SIGQUIT\"", "{'StopSignal': 'SIGTERM'}")
            .with("stop_grace = 1s"),
        config("stop_signal", "stop_signal = \"SIGTERM\"", "{'StopSignal': 'SIGINT'}")
            .base(FULL)
            .named("full"),
        config("stop_grace", "stop_grace = 3s", "{'StopTimeout': 5}"),
        writeOnly("container", "platform", "platform = \"linux/amd64\"", ""),
        updated("restart", "restart = \"always\"", "{'RestartPolicy': {'Name': 'unless-stopped'}}"),
        updated(
                "restart_attempts",
                "restart_attempts = 3",
                "{'RestartPolicy': {'Name': 'on-failure', 'MaximumRetryCount': 5}}")
            .with("restart = \"on-failure\""));
  }

  private static List<Row> health() {
    return List.of(
        healthy("command", "[\"echo\", \"a\"]", "{'Test': ['CMD', 'echo', 'b']}").gone("health"),
        healthy("command", "\"echo a\"", "{'Test': ['CMD-SHELL', 'echo b']}")
            .named("shell")
            .gone("health"),
        inFull("interval", "10s", "{'Interval': 20000000000}"),
        inFull("timeout", "10s", "{'Timeout': 20000000000}"),
        inFull("start_period", "10s", "{'StartPeriod': 20000000000}"),
        inFull("retries", "9", "{'Retries': 8}"),
        config(
                "health.disabled",
                "health { disabled = true }",
                "{'Healthcheck': {'Test': ['CMD', 'true']}}")
            .base(FULL)
            .shows("health.disabled"),
        config(
                "health.interval",
                "health { command = [\"true\"], interval = 9s }",
                "{'Healthcheck': {'Interval': 8000000000}}")
            .named("base")
            .gone("health"));
  }

  private static Row healthy(String field, String value, String differing) {
    return config(
        "health." + field,
        "health { " + field + " = " + value + " }",
        "{'Healthcheck': " + differing + "}");
  }

  private static Row inFull(String field, String value, String differing) {
    return healthy(field, value, differing).base(FULL);
  }

  private static List<Row> dvlsOwn() {
    return List.of(
        dvlOnly("container", "fresh", "fresh = [\"/cache\"]", "fresh = [\"/data1\"]")
            .base("image = \"dvl-test/keeper:1\"\nstop_grace = 1s"),
        dvlOnly(
            "container", "wait.until", "wait { until = \"none\" }", "wait { until = \"started\" }"),
        dvlOnly("container", "wait.timeout", "wait { timeout = 50s }", "wait { timeout = 40s }"));
  }

  private static List<Row> limits() {
    return List.of(
        updated("cpus", "cpus = 0.5", "{'NanoCpus': 750000000}"),
        updated("cpu_shares", "cpu_shares = 512", "{'CpuShares': 700}"),
        updated("cpuset", "cpuset = \"0\"", "{'CpusetCpus': '0-1'}"),
        host("cpuset_mems", "cpuset_mems = \"0\"", "{'CpusetMems': ''}"),
        updated("memory", "memory = 64MiB", "{'Memory': 100663296, 'MemorySwap': 201326592}"),
        updated(
            "memory_reservation", "memory_reservation = 32MiB", "{'MemoryReservation': 16777216}"),
        updated(
                "memory_swap",
                "memory_swap = 96MiB",
                "{'Memory': 67108864, 'MemorySwap': 80000000}")
            .with("memory = 64MiB"),
        updated(
                "memory_swap",
                "memory_swap = \"unlimited\"",
                "{'Memory': 67108864, 'MemorySwap': 80000000}")
            .with("memory = 64MiB")
            .named("unlimited"),
        updated("pids_limit", "pids_limit = 50", "{'PidsLimit': 60}"),
        host(
                "ulimits",
                "ulimits = { nofile = { soft = 100, hard = 200 } }",
                "{'Ulimits': [{'Name': 'nofile', 'Soft': 150, 'Hard': 200}]}")
            .seen("ulimits[\"nofile\"].soft")
            .gone("ulimits[\"nofile\"]"),
        host(
                "ulimits",
                "ulimits = { nofile = { soft = 100, hard = 200 } }",
                "{'Ulimits': [{'Name': 'nofile', 'Soft': 100, 'Hard': 150}]}")
            .named("hard")
            .seen("ulimits[\"nofile\"].hard")
            .gone("ulimits[\"nofile\"]"));
  }

  private static List<Row> rights() {
    return List.of(
        host(
                "sysctls",
                "sysctls = { \"net.core.somaxconn\" = \"200\" }",
                "{'Sysctls': {'net.core.somaxconn': '300'}}")
            .shows("sysctls[\"net.core.somaxconn\"]"),
        host(
                "devices",
                "devices = [{ source = \"/dev/null\", target = \"/dev/xnull\" }]",
                "{'Devices': [{'PathOnHost': '/dev/null', 'PathInContainer': '/dev/ynull',"
                    + " 'CgroupPermissions': 'rwm'}]}")
            .seen("devices[\"/dev/null\"].target")
            .gone("devices[\"/dev/null\"]"),
        device("permissions", "'/dev/null'", "rw").seen("devices[\"/dev/null\"].permissions"),
        device("source", "'/dev/zero'", "r")
            .seen("devices[\"/dev/null\"]", "devices[\"/dev/zero\"]"),
        host("cap_add", "cap_add = [\"NET_ADMIN\"]", "{'CapAdd': ['NET_RAW']}"),
        unsupported("cap_add", "cap_add = [\"ALL\"]", "{'CapAdd': ['NET_RAW']}").named("all"),
        host("cap_drop", "cap_drop = [\"NET_RAW\"]", "{'CapDrop': ['CHOWN']}"),
        unsupported("privileged", "privileged = true", "{'Privileged': false}")
            .seen("privileged", "security_options")
            .gone("privileged"),
        host(
            "security_options",
            "security_options = [\"no-new-privileges\"]",
            "{'SecurityOpt': ['seccomp=unconfined']}"),
        host("userns_mode", "userns_mode = \"host\"", "{'UsernsMode': ''}"),
        host("pid_mode", "pid_mode = \"host\"", "{'PidMode': '', 'SecurityOpt': null}"),
        host("ipc_mode", "ipc_mode = \"shareable\"", "{'IpcMode': 'none'}"),
        host("uts_mode", "uts_mode = \"host\"", "{'UTSMode': ''}"),
        host("cgroupns_mode", "cgroupns_mode = \"private\"", "{'CgroupnsMode': 'host'}"),
        host("log.driver", "log { driver = \"local\" }", "{'LogConfig': {'Type': 'json-file'}}"),
        unsupported(
                "log.driver", "log { driver = \"syslog\" }", "{'LogConfig': {'Type': 'journald'}}")
            .named("syslog"),
        host(
                "log.options",
                "log { options = { \"max-size\" = \"1m\" } }",
                "{'LogConfig': {'Config': {'max-size': '2m'}}}")
            .shows("log.options[\"max-size\"]"),
        host("read_only", "read_only = true", "{'ReadonlyRootfs': false}"),
        host("shm_size", "shm_size = 32MiB", "{'ShmSize': 16777216}"));
  }

  private static Row device(String field, String source, String permissions) {
    return host(
            "devices",
            "devices = [{ source = \"/dev/null\", target = \"/dev/x\", permissions = \"r\" }]",
            "{'Devices': [{'PathOnHost': %s, 'PathInContainer': '/dev/x', 'CgroupPermissions': '%s'}]}"
                .formatted(source, permissions))
        .named(field)
        .gone("devices[\"/dev/null\"]");
  }

  private static Row unsupported(String path, String line, String differing) {
    Row row = host(path, line, differing).with("running = false");
    return new Row(
        row.kind(),
        row.path(),
        row.name(),
        Form.UNSUPPORTED_HERE,
        row.base(),
        row.line(),
        row.without(),
        row.changed(),
        row.outside(),
        row.seen(),
        row.gone());
  }
}

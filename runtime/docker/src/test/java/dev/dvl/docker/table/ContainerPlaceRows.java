package dev.dvl.docker.table;

import static dev.dvl.docker.table.Rows.config;
import static dev.dvl.docker.table.Rows.host;
import static dev.dvl.docker.table.Rows.live;
import static dev.dvl.docker.table.Rows.rebuilt;
import static dev.dvl.docker.table.Rows.writeOnly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dvl.docker.Peers;
import java.util.List;
import java.util.stream.Stream;

/** The attributes of {@code container} that say in which networks and on which files it works. */
final class ContainerPlaceRows {
  private ContainerPlaceRows() {}

  static Stream<Row> all(String prefix, int port) {
    return Stream.of(ports(port), names(), networks(prefix), mounts(prefix), files())
        .flatMap(List::stream);
  }

  private static List<Row> ports(int port) {
    return List.of(
        host(
            "ports",
            "ports = [\"127.0.0.1:" + port + ":8080\"]",
            "{'PortBindings': {'8080/tcp': [{'HostIp': '127.0.0.1', 'HostPort': '"
                + (port + 1)
                + "'}]}}"),
        config("expose", "expose = [\"9000\"]", "{'ExposedPorts': {'9001/tcp': {}}}"),
        config("expose", "expose = [\"9000\"]", "{'ExposedPorts': {'9001/tcp': {}}}")
            .base("image = \"dvl-test/full:1\"\nstop_grace = 1s")
            .named("full"));
  }

  private static List<Row> names() {
    return List.of(
        config("hostname", "hostname = \"alpha\"", "{'Hostname': 'beta'}"),
        config("domainname", "domainname = \"lab.example\"", "{'Domainname': 'lab.test'}"),
        host(
                "extra_hosts",
                "extra_hosts = { db = \"10.1.2.3\", gate = \"host-gateway\" }",
                "{'ExtraHosts': ['db:10.1.2.4', 'gate:host-gateway']}")
            .seen("extra_hosts[\"db\"]")
            .gone("extra_hosts[\"db\"]", "extra_hosts[\"gate\"]"),
        host("dns", "dns = [\"10.0.0.53\", \"10.0.0.54\"]", "{'Dns': ['10.0.0.54', '10.0.0.53']}"),
        host("dns_search", "dns_search = [\"lab.example\"]", "{'DnsSearch': ['lab.test']}"),
        host("dns_options", "dns_options = [\"ndots:2\"]", "{'DnsOptions': ['ndots:3']}"));
  }

  private static List<Row> networks(String prefix) {
    String left = prefix + "-left";
    String right = prefix + "-right";
    return List.of(
        live("networks", "networks = [left]", (engine, it) -> connect(engine, right, it.id(), "{}"))
            .seen("networks[\"" + right + "\"]")
            .gone("networks[\"" + left + "\"]"),
        live(
                "networks",
                "networks = [left, right]",
                (engine, it) -> disconnect(engine, right, it.id()))
            .named("two")
            .shows("networks[\"right\"]")
            .gone("networks[\"" + left + "\"]", "networks[\"" + right + "\"]"),
        live(
                "networks",
                "networks = [{ network = left, aliases = [\"one\"] }]",
                (engine, it) -> {
                  disconnect(engine, left, it.id());
                  connect(engine, left, it.id(), "{'Aliases': ['two']}");
                })
            .named("alias")
            .seen("networks[\"left\"].aliases")
            .gone("networks[\"" + left + "\"]"),
        live(
                "networks",
                "networks = [{ network = left, address = \"" + net() + ".65.100\" }]",
                (engine, it) -> {
                  disconnect(engine, left, it.id());
                  connect(
                      engine,
                      left,
                      it.id(),
                      "{'IPAMConfig': {'IPv4Address': '" + net() + ".65.101'}}");
                })
            .named("address")
            .seen("networks[\"left\"].address")
            .gone("networks[\"" + left + "\"]"),
        live(
                "networks",
                "networks = [{ network = right, address6 = \"fd00:d71:1::100\" }]",
                (engine, it) -> {
                  disconnect(engine, right, it.id());
                  connect(
                      engine, right, it.id(), "{'IPAMConfig': {'IPv6Address': 'fd00:d71:1::101'}}");
                })
            .named("address6")
            .seen("networks[\"right\"].address6")
            .gone("networks[\"" + right + "\"]"),
        host("network_mode", "network_mode = \"none\"", "{'NetworkMode': 'bridge'}"),
        host("network_mode", "network_mode = \"host\"", "{'NetworkMode': 'none'}").named("host"),
        host("network_mode", "network_mode = anchor", "{'NetworkMode': 'none'}").named("other"),
        host("pid_mode", "pid_mode = anchor", "{'PidMode': ''}").named("other"),
        host("ipc_mode", "ipc_mode = anchor", "{'IpcMode': 'private'}").named("other"));
  }

  private static void connect(Engine engine, String network, String id, String settings)
      throws Exception {
    ObjectNode body = Engine.object("{'Container': '" + id + "'}");
    body.set("EndpointConfig", Engine.object(settings));
    engine.post("/networks/" + network + "/connect", body);
  }

  private static void disconnect(Engine engine, String network, String id) throws Exception {
    engine.post(
        "/networks/" + network + "/disconnect",
        Engine.object("{'Container': '" + id + "', 'Force': true}"));
  }

  private static List<Row> mounts(String prefix) {
    String store = prefix + "-store";
    return List.of(
        mount(
                "volume_read_only",
                "{ type = \"volume\", source = store, target = \"/m\", read_only = true }",
                "{'Type': 'volume', 'Source': '" + store + "', 'Target': '/m'}")
            .seen("mounts[\"/m\"].read_only"),
        mount(
                "volume_no_copy",
                "{ type = \"volume\", source = store, target = \"/m\", no_copy = true }",
                "{'Type': 'volume', 'Source': '" + store + "', 'Target': '/m'}")
            .seen("mounts[\"/m\"].no_copy"),
        mount(
                "volume_source",
                "{ type = \"volume\", source = store, target = \"/m\" }",
                "{'Type': 'volume', 'Source': '" + prefix + "-elsewhere', 'Target': '/m'}")
            .seen("mounts[\"/m\"].source"),
        mount(
                "volume_nameless",
                "{ type = \"volume\", target = \"/m\" }",
                "{'Type': 'volume', 'Source': '" + store + "', 'Target': '/m'}")
            .seen("mounts[\"/m\"].source"),
        mount(
                "bind_source",
                "{ type = \"bind\", source = \"/usr\", target = \"/m\" }",
                "{'Type': 'bind', 'Source': '/var', 'Target': '/m'}")
            .seen("mounts[\"/m\"].source"),
        mount(
                "bind_propagation",
                "{ type = \"bind\", source = \"/usr\", target = \"/m\", propagation = \"private\""
                    + " }",
                "{'Type': 'bind', 'Source': '/usr', 'Target': '/m'}")
            .seen("mounts[\"/m\"].propagation"),
        mount(
                "bind_recursive",
                "{ type = \"bind\", source = \"/usr\", target = \"/m\", recursive = false }",
                "{'Type': 'bind', 'Source': '/usr', 'Target': '/m'}")
            .seen("mounts[\"/m\"].recursive"),
        mount(
                "tmpfs_size",
                "{ type = \"tmpfs\", target = \"/m\", size = 1MiB }",
                "{'Type': 'tmpfs', 'Target': '/m', 'TmpfsOptions': {'SizeBytes': 2097152}}")
            .seen("mounts[\"/m\"].size"),
        mount(
                "tmpfs_mode",
                "{ type = \"tmpfs\", target = \"/m\", mode = \"0700\" }",
                "{'Type': 'tmpfs', 'Target': '/m', 'TmpfsOptions': {'Mode': 493}}")
            .seen("mounts[\"/m\"].mode"),
        mount(
                "volume_target",
                "{ type = \"volume\", source = store, target = \"/m\" }",
                "{'Type': 'volume', 'Source': '" + store + "', 'Target': '/n'}")
            .seen("mounts[\"/m\"]", "mounts[\"/n\"]"),
        mount(
                "volume_type",
                "{ type = \"volume\", source = store, target = \"/m\" }",
                "{'Type': 'tmpfs', 'Target': '/m'}")
            .seen(
                "mounts[\"/m\"].mode",
                "mounts[\"/m\"].no_copy",
                "mounts[\"/m\"].read_only",
                "mounts[\"/m\"].source",
                "mounts[\"/m\"].type"),
        mount(
                "bind_read_only",
                "{ type = \"bind\", source = \"/usr\", target = \"/m\", read_only = true }",
                "{'Type': 'bind', 'Source': '/usr', 'Target': '/m'}")
            .seen("mounts[\"/m\"].read_only"),
        mount(
                "bind_target",
                "{ type = \"bind\", source = \"/usr\", target = \"/m\" }",
                "{'Type': 'bind', 'Source': '/usr', 'Target': '/n'}")
            .seen("mounts[\"/m\"]", "mounts[\"/n\"]"),
        mount(
                "bind_type",
                "{ type = \"bind\", source = \"/usr\", target = \"/m\" }",
                "{'Type': 'tmpfs', 'Target': '/m'}")
            .seen(
                "mounts[\"/m\"].mode",
                "mounts[\"/m\"].propagation",
                "mounts[\"/m\"].read_only",
                "mounts[\"/m\"].recursive",
                "mounts[\"/m\"].source",
                "mounts[\"/m\"].type"),
        mount("type", "{ type = \"tmpfs\", target = \"/m\" }", "{'Type': 'volume', 'Target': '/m'}")
            .seen(
                "mounts[\"/m\"].mode",
                "mounts[\"/m\"].no_copy",
                "mounts[\"/m\"].read_only",
                "mounts[\"/m\"].type"),
        rebuilt(
                "mounts",
                "mounts = [{ type = \"tmpfs\", target = \"/m\" }]",
                body -> ((ObjectNode) body.get("HostConfig")).putObject("Tmpfs").put("/n", ""))
            .named("target")
            .gone("mounts[\"/m\"]")
            .seen("mounts[\"/m\"]", "mounts[\"/n\"]"));
  }

  private static Row mount(String name, String mount, String differing) {
    return host("mounts", "mounts = [" + mount + "]", "{'Mounts': [" + differing + "]}")
        .named(name)
        .gone("mounts[\"/m\"]");
  }

  private static List<Row> files() {
    return List.of(
        file("text", "text = \"a\"", "text = \"b\""),
        file("mode", "text = \"a\", mode = \"0600\"", "text = \"a\", mode = \"0640\""),
        file("owner", "text = \"a\", owner = \"1:1\"", "text = \"a\", owner = \"2:2\""),
        file("source", "source = \"one.txt\"", "source = \"two.txt\"")
            .seen("file_digests[\"/tmp/f\"]", "files")
            .gone("file_digests", "files"),
        writeOnly(
                "container",
                "files",
                "files = [{ path = \"/tmp/f\", text = \"a\" }]",
                "files = [{ path = \"/tmp/g\", text = \"a\" }]")
            .named("path"));
  }

  private static Row file(String name, String is, String becomes) {
    return writeOnly(
            "container",
            "files",
            "files = [{ path = \"/tmp/f\", " + is + " }]",
            "files = [{ path = \"/tmp/f\", " + becomes + " }]")
        .named(name);
  }

  private static String net() {
    return Peers.net();
  }
}

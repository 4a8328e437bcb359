package dev.dvl.docker.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code network.create}. Two who create the same name at once both succeed, so the name is looked
 * up afterwards, and the one that came second takes its network away again.
 */
public record NetworkCreate(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "network `" + name(args) + "` cannot be created";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    String id = command(args, Wanted.of(args.value("want"))).exec().getId();
    run.resume(id);
    if (namesakes(args).size() > 1) {
      engine.commands().removeNetworkCmd(id).exec();
      throw Problems.notDone(
          Codes.NAME_TAKEN,
          "Somebody else made a network `" + name(args) + "` at the same moment.");
    }
    return done(engine.api().get("/networks/" + id));
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> ours =
        namesakes(args).stream()
            .filter(it -> Engine.op("network", it.at("Labels")).equals(Made.op("network", args)))
            .findFirst();
    return ours.<Probe>map(it -> new Probe.Finished(done(it))).orElseGet(Probe.NotDone::new);
  }

  private CreateNetworkCmd command(Wanted args, Wanted want) {
    Map<String, String> labels = new LinkedHashMap<>(want.textMap("labels"));
    labels.putAll(args.textMap("stamp"));
    CreateNetworkCmd command =
        engine
            .commands()
            .createNetworkCmd()
            .withName(name(args))
            .withCheckDuplicate(true)
            .withDriver(want.text("driver").orElse("bridge"))
            .withInternal(want.isTrue("internal"))
            .withEnableIpv6(want.isTrue("ipv6"))
            .withAttachable(want.isTrue("attachable"))
            .withLabels(labels);
    if (want.has("options")) {
      command.withOptions(want.textMap("options"));
    }
    if (want.has("subnets") || want.has("ipam_driver") || want.has("ipam_options")) {
      command.withIpam(ipam(want));
    }
    return command;
  }

  /** Options and reserved addresses are fields that the library has no words for. */
  private static Ipam ipam(Wanted want) {
    Ipam ipam =
        want.has("ipam_options") ? new IpamWithOptions(want.textMap("ipam_options")) : new Ipam();
    return ipam.withDriver(want.text("ipam_driver").orElse("default"))
        .withConfig(want.elements("subnets").stream().map(NetworkCreate::config).toList());
  }

  private static Ipam.Config config(Value subnet) {
    Wanted fields = Wanted.of(subnet);
    Ipam.Config config =
        fields.has("reserved")
            ? new ConfigWithReserved(fields.textMap("reserved"))
            : new Ipam.Config();
    config.withSubnet(fields.text("subnet").orElse(""));
    fields.text("gateway").ifPresent(config::withGateway);
    fields.text("range").ifPresent(config::withIpRange);
    return config;
  }

  /** Subnets with options beside them. */
  private static final class IpamWithOptions extends Ipam {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> given;

    IpamWithOptions(Map<String, String> options) {
      this.given = new TreeMap<>(options);
    }

    @Override
    @JsonProperty("Options")
    public Map<String, String> getOptions() {
      return Collections.unmodifiableMap(given);
    }
  }

  /** A subnet with addresses that are taken. */
  private static final class ConfigWithReserved extends Ipam.Config {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> reserved;

    ConfigWithReserved(Map<String, String> reserved) {
      this.reserved = new TreeMap<>(reserved);
    }

    @JsonProperty("AuxiliaryAddresses")
    public Map<String, String> reserved() {
      return Collections.unmodifiableMap(reserved);
    }
  }

  private List<Json> namesakes(Wanted args) throws IOException {
    String filter = JsonText.write(new Json.Obj(Map.of("name", Json.texts(List.of(name(args))))));
    return engine.api().get(Call.query("/networks", Map.of("filters", filter))).elements().stream()
        .filter(it -> it.at("Name").text().equals(name(args)))
        .toList();
  }

  private static Done done(Json network) {
    return Made.object(
        "network", network.at("Id").text(), network.at("Name").text(), Network.show(network));
  }

  private static String name(Wanted args) {
    return args.text("name").orElseThrow();
  }
}

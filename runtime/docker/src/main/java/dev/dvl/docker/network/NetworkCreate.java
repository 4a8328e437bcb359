package dev.dvl.docker.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.client.NewNetwork;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    String id = engine.client().networks().create(network(args, Wanted.of(args.value("want"))));
    run.resume(id);
    if (namesakes(args).size() > 1) {
      engine.client().networks().remove(id);
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

  private static NewNetwork network(Wanted args, Wanted want) {
    Map<String, String> labels = new LinkedHashMap<>(want.textMap("labels"));
    labels.putAll(args.textMap("stamp"));
    return new NewNetwork(
        name(args),
        want.text("driver").orElse("bridge"),
        want.isTrue("internal"),
        want.isTrue("ipv6"),
        want.isTrue("attachable"),
        labels,
        want.textMap("options"),
        addresses(want));
  }

  private static Optional<NewNetwork.Addresses> addresses(Wanted want) {
    return want.has("subnets") || want.has("ipam_driver") || want.has("ipam_options")
        ? Optional.of(
            new NewNetwork.Addresses(
                want.text("ipam_driver").orElse("default"),
                want.textMap("ipam_options"),
                want.elements("subnets").stream().map(NetworkCreate::subnet).toList()))
        : Optional.empty();
  }

  private static NewNetwork.Subnet subnet(Value subnet) {
    Wanted fields = Wanted.of(subnet);
    return new NewNetwork.Subnet(
        fields.text("subnet").orElse(""),
        fields.text("gateway"),
        fields.text("range"),
        fields.textMap("reserved"));
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

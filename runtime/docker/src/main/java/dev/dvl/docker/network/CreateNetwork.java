package dev.dvl.docker.network;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.client.NewNetwork;
import dev.dvl.docker.kind.Creation;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.NetworkSpec;
import dev.dvl.stdlib.Subnet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code network.create}. Two who create the same name at once both succeed, so the name is looked
 * up afterwards, and the one that came second takes its network away again.
 */
record CreateNetwork(DockerEngine engine) implements Primitive<Creation> {

  @Override
  public Class<Creation> arguments() {
    return Creation.class;
  }

  @Override
  public String failing(Creation args) {
    return "network `" + args.name() + "` cannot be created";
  }

  /**
   * A conflict is about the name; subnets that others have are forbidden. What is not found is a
   * driver, or a free range of addresses: there is no object that was there before.
   */
  @Override
  public Code refused(Creation args, EngineError refusal) {
    if (refusal.conflict()) {
      return Codes.NAME_TAKEN;
    }
    boolean subnets = NetworkSpec.of(args.want().fields()).subnets().isPresent();
    return refusal.forbidden() && subnets ? Codes.ADDRESS_TAKEN : Codes.CALL;
  }

  @Override
  public Done run(Creation args, Run run) throws IOException, OpProblem {
    if (args.again().isPresent()) {
      if (probe(args) instanceof Probe.Finished(Done there)) {
        return there;
      }
      clear(args);
    }
    String id =
        engine.client().networks().create(network(args, NetworkSpec.of(args.want().fields())));
    run.resume(id);
    if (namesakes(args).size() > 1) {
      engine.client().networks().remove(id);
      throw Problems.notDone(
          Codes.NAME_TAKEN,
          "Somebody else made a network `" + args.name() + "` at the same moment.");
    }
    return done(engine.api().get(NetworkKind.path(id)));
  }

  /**
   * What was to take its place goes, whatever it is called, should its creation have failed after
   * its effect.
   */
  private void clear(Creation args) throws IOException {
    String label = StampLabels.ofOp(NetworkKind.NAME, args.again().orElseThrow());
    for (Json other : listed("label", label)) {
      engine.client().networks().remove(other.at("Id").text());
    }
  }

  @Override
  public Probe probe(Creation args) throws IOException {
    Optional<Json> ours =
        namesakes(args).stream()
            .filter(it -> Stamps.isBorn(NetworkKind.NAME, it.at("Labels"), args.stamp()))
            .findFirst();
    return ours.<Probe>map(it -> new Probe.Finished(done(it))).orElseGet(Probe.NotDone::new);
  }

  private static NewNetwork network(Creation args, NetworkSpec want) {
    return new NewNetwork(
        args.name(),
        want.driver().orElse("bridge"),
        want.internal().orElse(false),
        want.ipv6().orElse(false),
        want.attachable().orElse(false),
        Stamps.onto(want.labels().orElse(new TreeMap<>()), args.stamp()),
        want.options().orElse(new TreeMap<>()),
        addresses(want));
  }

  private static Optional<NewNetwork.Addresses> addresses(NetworkSpec want) {
    return want.subnets().isPresent()
            || want.ipamDriver().isPresent()
            || want.ipamOptions().isPresent()
        ? Optional.of(
            new NewNetwork.Addresses(
                want.ipamDriver().orElse("default"),
                want.ipamOptions().orElse(new TreeMap<>()),
                want.subnets().orElse(List.of()).stream().map(CreateNetwork::subnet).toList()))
        : Optional.empty();
  }

  private static NewNetwork.Subnet subnet(Subnet subnet) {
    return new NewNetwork.Subnet(
        subnet.subnet(),
        subnet.gateway(),
        subnet.range(),
        subnet.reserved().orElse(new TreeMap<>()));
  }

  private List<Json> namesakes(Creation args) throws IOException {
    return listed("name", args.name()).stream()
        .filter(it -> it.at("Name").text().equals(args.name()))
        .toList();
  }

  private List<Json> listed(String by, String text) throws IOException {
    String filter = JsonText.write(new Json.Obj(Map.of(by, Json.texts(List.of(text)))));
    return engine.api().list(Call.query("/networks", Map.of("filters", filter))).elements();
  }

  private static Done done(Json network) {
    return Made.object(
        NetworkKind.NAME,
        network.at("Id").text(),
        network.at("Name").text(),
        Network.show(network));
  }
}

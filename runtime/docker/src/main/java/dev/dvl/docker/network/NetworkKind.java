package dev.dvl.docker.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.AnewPlan;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.kind.Entries;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Site;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.stdlib.KindName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Networks. One cannot be changed, and two of one name would confuse: the old one goes first. */
public final class NetworkKind implements DockerKind {
  /** The call that makes one. */
  public static final String CREATE = "network.create";

  /** The call that takes one away. */
  public static final String REMOVE = "network.remove";

  static final String NAME = KindName.NETWORK.word();
  private static final AnewPlan PLAN = new AnewPlan(CREATE, REMOVE, NetworkRemoval::of, true);
  private static final Entries ENTRIES =
      new Entries(NAME, "/networks", Map.of(), Json::elements, entry -> entry.at("Name").text());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Live> live(Reading reading) throws IOException {
    new Overlays(reading).tell();
    new IdleSubnets(reading).tell();
    return ENTRIES.read(reading).stream().map(it -> live(it, reading)).toList();
  }

  private static Live live(Json network, Reading reading) {
    Ref ref = new Ref(NAME, network.at("Id").text(), network.at("Name").text());
    return reading.live(ref, network.at("Labels"), Network.show(network));
  }

  @Override
  public SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return Network.canonical(wanted);
  }

  @Override
  public Live beside(SortedMap<String, Value> wanted, Live live) {
    return Families.of(wanted).map(families -> families.of(live)).orElse(live);
  }

  /**
   * Where the engine keeps one.
   *
   * @param network its id or name
   */
  public static String path(String network) {
    return "/networks/" + Call.encode(network);
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return PLAN.of(change);
  }

  @Override
  public Map<String, Primitive<?>> primitives(Site site) {
    return Map.of(
        PLAN.create(), new CreateNetwork(site.engine()),
        PLAN.remove(), new RemoveNetwork(site.engine()));
  }
}

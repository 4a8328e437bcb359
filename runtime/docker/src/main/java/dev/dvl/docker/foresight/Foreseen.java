package dev.dvl.docker.foresight;

import dev.dvl.compiler.value.Address;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The door: holds planned ops to what an engine has and what others have on it. */
public final class Foreseen {
  private static final List<Rule> RULES =
      List.of(
          new TakenPorts(),
          new TakenAddresses(),
          new TakenSubnets(),
          new OthersInside(),
          new AddressPools(),
          new Processors(),
          new EngineFolder(),
          new AbsentVolumes(),
          new AbsentImages());

  private Foreseen() {}

  /** Something that an engine refuses. */
  interface Rule {
    List<Finding> refused(Prospect prospect) throws IOException;
  }

  /**
   * What will be refused.
   *
   * @param info what the engine says of itself
   * @param objects what stands for resources now
   */
  public static List<Finding> of(
      Api api, Json info, Credentials credentials, List<Op> ops, Map<Address, Ref> objects) {
    Prospect prospect = new Prospect(api, info, credentials, ops, objects);
    List<Finding> found = new ArrayList<>();
    RULES.forEach(rule -> found.addAll(refused(rule, prospect)));
    return found;
  }

  /** An engine that does not tell now says it when it is asked to do it. */
  private static List<Finding> refused(Rule rule, Prospect prospect) {
    try {
      return rule.refused(prospect);
    } catch (IOException unknown) {
      return List.of();
    }
  }
}

package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import java.util.List;

/** What a platform calls an object: its name or its id, of which there is one on its host. */
public record ObjectName(Address host, String kind, String name) {

  /** The two words under which an object is known. */
  public static List<ObjectName> of(Address host, Ref object) {
    return List.of(
        new ObjectName(host, object.kind(), object.id()),
        new ObjectName(host, object.kind(), object.name()));
  }
}

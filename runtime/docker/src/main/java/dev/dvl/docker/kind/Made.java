package dev.dvl.docker.kind;

import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import java.util.Optional;

/** What calls give back about the objects they made or changed. */
public final class Made {
  private Made() {}

  public static Ref ref(String kind, String id, String name) {
    return new Ref(kind, id, name);
  }

  public static Done object(String kind, String id, String name, ShownValues shown) {
    return new Done(Optional.of(ref(kind, id, name)), shown.outputs());
  }
}

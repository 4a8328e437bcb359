package dev.dvl.vsphere.need;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.vsphere.session.Ref;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call that is planned, with the ids of objects that are there already in place of references to
 * them.
 *
 * @param name its name in plans: {@code folder.create}
 * @param object what the call is about, where that is there
 */
public record PlannedCall(String name, Map<String, Value> args, Optional<Ref> object) {
  public PlannedCall {
    args = Collections.unmodifiableMap(new TreeMap<>(args));
  }

  /** What the call is told. */
  public <A extends CallArguments> A read(Class<A> arguments) {
    return CallArguments.read(arguments, args);
  }
}

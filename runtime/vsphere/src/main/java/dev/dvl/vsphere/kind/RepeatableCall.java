package dev.dvl.vsphere.kind;

import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Probe;

/**
 * A call that does no harm when it is made again, because it looks first or because it only sets
 * what is wanted: a run that was cut off makes it again without asking what became of it.
 *
 * @param <A> what it is told
 */
public interface RepeatableCall<A extends CallArguments> extends Primitive<A> {
  @Override
  default Probe probe(A args, Site site, Begun begun) {
    return new Probe.NotDone();
  }
}

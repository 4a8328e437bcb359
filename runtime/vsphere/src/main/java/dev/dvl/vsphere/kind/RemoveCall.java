package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Link;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.List;
import java.util.Optional;

/**
 * {@code KIND.remove}: an object goes, unless the server would remove with it what is not to go.
 * One that is gone already is no failure.
 *
 * @param <T> the object as it is seen before
 */
public abstract class RemoveCall<T> implements Primitive<RemoveCall.Arguments> {
  private final String kind;

  /** What the call is told. */
  public record Arguments(Link.Made object, String name) implements OnObject {}

  protected RemoveCall(String kind) {
    this.kind = kind;
  }

  protected abstract Optional<T> there(Site site, String id) throws VSphereException;

  /** Why it must stay: one sentence each, nothing where it may go. */
  protected abstract List<String> keeping(Site site, T there) throws VSphereException;

  protected abstract void remove(Site site, T there, Watch watch)
      throws VSphereException, InterruptedException;

  @Override
  public final Class<Arguments> arguments() {
    return Arguments.class;
  }

  @Override
  public final String failing(Arguments args) {
    return kind + " `" + args.name() + "` cannot be removed";
  }

  @Override
  public final Done run(Arguments args, Site site, Run run)
      throws VSphereException, OpProblem, InterruptedException {
    Optional<T> there = there(site, args.id());
    if (there.isPresent()) {
      List<String> keeping = keeping(site, there.get());
      if (!keeping.isEmpty()) {
        throw Problems.notDone(Codes.STATE, failing(args), String.join(" ", keeping), List.of());
      }
      remove(site, there.get(), Following.of(run));
    }
    return Done.NOTHING;
  }

  @Override
  public final Probe probe(Arguments args, Site site, Begun begun) throws VSphereException {
    return there(site, args.id()).isPresent()
        ? new Probe.NotDone()
        : new Probe.Finished(Done.NOTHING);
  }
}

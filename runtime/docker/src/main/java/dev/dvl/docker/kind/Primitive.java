package dev.dvl.docker.kind;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;

/** One primitive call. */
public interface Primitive {

  /** What does not come about, as a clause for problems: "container `web` cannot be started". */
  String failing(Wanted args);

  /** Makes the call; exceptions of the engine and the connection may pass through. */
  Done run(Wanted args, Run run) throws IOException, OpProblem;

  /** Whether the call had its effect, from the engine alone. */
  Probe probe(Wanted args) throws IOException;
}

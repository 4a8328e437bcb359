package dev.dvl.docker.kind;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;

/**
 * One primitive call.
 *
 * @param <A> what it is told
 */
public interface Primitive<A extends CallArguments> {

  /** The record of what it is told. */
  Class<A> arguments();

  /** What does not come about, as a clause for problems: "container `web` cannot be started". */
  String failing(A args);

  /** What it means that the engine refuses the call. */
  default Code refused(A args, EngineError refusal) {
    return refusal.notFound() ? Codes.GONE : Codes.CALL;
  }

  /** Makes the call; exceptions of the engine and the connection may pass through. */
  Done run(A args, Run run) throws IOException, OpProblem;

  /** Whether the call had its effect, from the engine alone. */
  Probe probe(A args) throws IOException;
}

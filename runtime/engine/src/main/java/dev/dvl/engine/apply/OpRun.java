package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/** What an op gets from the engine while it runs. */
record OpRun(Op op, Session session, Cancel cancel) implements Run {
  @Override
  public String opId() {
    return op.id();
  }

  /**
   * A token that cannot be written ends the op: going on would leave something that nobody finds.
   */
  @Override
  public void resume(String token) {
    try {
      session.ledger().token(op.id(), token);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void progress(String text, OptionalDouble fraction) {
    session.listener().on(new ApplyEvent.Progress(op, text, fraction));
  }

  @Override
  public void warn(Code code, String sentence) {
    session.listener().on(new ApplyEvent.Warned(op, OpCall.about(op, code, sentence)));
  }
}

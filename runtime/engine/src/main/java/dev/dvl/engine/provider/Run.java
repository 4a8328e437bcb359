package dev.dvl.engine.provider;

import dev.dvl.compiler.diagnostic.Code;
import java.util.OptionalDouble;

/** What the engine lends to an op while it runs. */
public interface Run {

  /** The op's id, made before its first try and journaled. */
  String opId();

  /**
   * Notes a token by which the call can be found again (a container or task id); durable at once.
   */
  void resume(String token);

  /** Says what is being waited for, and how far it is (0 to 1) where that is known. */
  void progress(String text, OptionalDouble fraction);

  /**
   * Tells of something that the platform says although the call succeeds, and that people should
   * know of: what it left out, what may not work. It stands in the outcome, too.
   *
   * @param code a warning
   * @param sentence a full one
   */
  void warn(Code code, String sentence);

  Cancel cancel();
}

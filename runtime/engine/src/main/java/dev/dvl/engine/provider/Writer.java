package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import java.util.SortedMap;

/** All that changes a platform. Safe for many threads. */
public interface Writer {

  /**
   * Makes one call on the platform and reads back what came of it.
   *
   * @param filled the op's arguments, everything in them known; in the place of a reference to a
   *     resource stands the platform's id of its object, as text
   * @throws OpProblem when the call failed, or when it cannot be told whether it did
   */
  Done execute(Op op, SortedMap<String, Value> filled, Run run) throws OpProblem;

  /**
   * What became of an op that was begun and never ended, from the platform alone.
   *
   * @param filled those of its arguments that are known; a reference to a resource that has no
   *     object stands as it is
   */
  Probe probe(Op op, SortedMap<String, Value> filled, Begun begun, Cancel cancel)
      throws HostProblem;
}

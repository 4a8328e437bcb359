package dev.dvl.engine.host;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.Steps;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The call that the engine makes itself: it connects to a host that gives no answer yet. */
public final class ReadyCall {
  private static final String CALL = "engine.ready";

  /** There where the machine was on before, and nothing in the plan starts it. */
  private static final String RUNNING = "running";

  private ReadyCall() {}

  /** What is asked for. */
  public static Op.Request of(Before before) {
    SortedMap<String, Value> args = new TreeMap<>();
    switch (before) {
      case NOT_RUNNING -> {}
      case RUNNING -> args.put(RUNNING, Value.of(true));
    }
    return new Op.Request(CALL, args, Set.of(), true, Steps.LONG);
  }

  /** What the host of such an op was doing before this apply; plans of before do not say it. */
  public static Before before(Op op) {
    return op.args().containsKey(RUNNING) ? Before.RUNNING : Before.NOT_RUNNING;
  }
}

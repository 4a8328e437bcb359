package dev.dvl.cli.terminal;

import java.lang.reflect.Proxy;

/** Signals of the process. */
public final class Signals {
  private Signals() {}

  /**
   * Runs something each time a signal comes: {@code INT}, {@code WINCH}.
   *
   * <p>By reflection: the JDK offers signals only as {@code sun.misc.Signal}, which the compiler
   * warns of. Where it is missing, signals do what they always do.
   */
  public static void on(String signal, Runnable then) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  then.run();
                }
                return null;
              });
      Object made = type.getConstructor(String.class).newInstance(signal);
      type.getMethod("handle", type, handler).invoke(null, made, proxy);
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}

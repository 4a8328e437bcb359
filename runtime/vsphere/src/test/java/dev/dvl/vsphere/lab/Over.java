package dev.dvl.vsphere.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A real peer that does one thing in another way. */
public final class Over {
  private Over() {}

  /** What is done in the place of a method. */
  public interface Instead {
    @Nullable Object call(Object[] args) throws Throwable;
  }

  /** {@code real}, but for one method. */
  public static <T> T of(Class<T> type, T real, String method, Instead instead) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, args) -> {
              try {
                return called.getName().equals(method)
                    ? instead.call(args)
                    : called.invoke(real, args);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}

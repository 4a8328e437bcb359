package dev.dvl.cli.shipped;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values for the parameters of any command.
 *
 * @param full whether all that may be left out is there
 * @param stopped whether somebody asks to stop as soon as that can be asked
 */
record Sample(boolean full, boolean stopped) {

  Object of(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return "web";
    }
    if (plain == boolean.class) {
      return full;
    }
    if (plain == Long.class) {
      return 1L;
    }
    if (plain == InputStream.class) {
      return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }
    return plain.isRecord() ? record(plain) : listener(plain);
  }

  private Object container(Class<?> raw, Type[] arguments) throws ReflectiveOperationException {
    if (raw.isInterface() && !Collection.class.isAssignableFrom(raw) && raw != Map.class) {
      return listener(raw);
    }
    if (raw == Map.class) {
      return full ? Map.of(of(arguments[0]), of(arguments[1])) : Map.of();
    }
    if (raw == Optional.class) {
      return full ? Optional.of(of(arguments[0])) : Optional.empty();
    }
    if (raw == Set.class) {
      return full ? Set.of(of(arguments[0])) : Set.of();
    }
    return full ? List.of(of(arguments[0])) : List.of();
  }

  private Object record(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int at = 0; at < values.length; at++) {
      values[at] = of(components[at].getGenericType());
    }
    return type.getDeclaredConstructor(
            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
        .newInstance(values);
  }

  /** Hears everything, and runs what it is given to run when somebody stops. */
  private Object listener(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader() == null ? Sample.class.getClassLoader() : type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (stopped && arguments != null && arguments[0] instanceof Runnable stop) {
            stop.run();
          }
          return method.getReturnType() == boolean.class ? stopped : null;
        });
  }
}

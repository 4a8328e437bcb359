package dev.dvl.cli.shipped;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The client of Docker engines with the libraries of one class path and none of the tests', at an
 * engine that answers as it is told.
 */
record ShippedClient(URLClassLoader loader) implements Closeable {
  private static final String CLIENT = "dev.dvl.docker.client.EngineClient";
  private static final String WIRE = "dev.dvl.docker.wire.";

  static ShippedClient of(ShippedClassPath classPath) {
    return new ShippedClient(classPath.loader());
  }

  /** All that the client offers, in the groups in which it offers it. */
  List<Method> commands() throws ReflectiveOperationException {
    return offers(type(CLIENT))
        .flatMap(it -> offers(it.getReturnType()))
        .sorted(Comparator.comparing(ShippedClient::name))
        .toList();
  }

  static String name(Method command) {
    return command.getDeclaringClass().getSimpleName() + "." + command.getName();
  }

  /** Gives a command to an engine with one answer; empty where all went well. */
  Optional<Throwable> failure(Method command, String answer, Sample sample)
      throws ReflectiveOperationException {
    Object wire = only(WIRE + "Wire", dialer(answer));
    Object client = only(CLIENT, only(WIRE + "Api", wire, "1.41"));
    try {
      command.invoke(group(client, command.getDeclaringClass()), arguments(command, sample));
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(e.getTargetException());
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static Object[] arguments(Method command, Sample sample)
      throws ReflectiveOperationException {
    List<Object> arguments = new ArrayList<>();
    for (Type type : command.getGenericParameterTypes()) {
      arguments.add(sample.of(type));
    }
    return arguments.toArray();
  }

  /** Opens connections that hear everything and answer with one text. */
  private Object dialer(String answer) throws ReflectiveOperationException {
    Class<?> line = type(WIRE + "Dialer$Line");
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {type(WIRE + "Dialer")},
        (proxy, method, none) ->
            line.getConstructor(
                    InputStream.class, OutputStream.class, Closeable.class, Closeable.class)
                .newInstance(
                    new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream(),
                    (Closeable) () -> {},
                    (Closeable) () -> {}));
  }

  private static Object group(Object client, Class<?> type) throws ReflectiveOperationException {
    return offers(client.getClass())
        .filter(it -> it.getReturnType() == type)
        .findFirst()
        .orElseThrow()
        .invoke(client);
  }

  private static Stream<Method> offers(Class<?> type) {
    return Stream.of(type.getDeclaredMethods()).filter(it -> Modifier.isPublic(it.getModifiers()));
  }

  /** An object of a class that has one constructor. */
  private Object only(String type, Object... arguments) throws ReflectiveOperationException {
    return type(type).getConstructors()[0].newInstance(arguments);
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }
}

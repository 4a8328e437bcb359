package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the components of one type of records as values by name, and reads them again. */
final class ArgumentCodec {
  private static final ClassValue<ArgumentCodec> CODECS =
      new ClassValue<>() {
        @Override
        protected ArgumentCodec computeValue(Class<?> type) {
          return new ArgumentCodec(type);
        }
      };

  /** One component. */
  private record Argument(String name, Method accessor, ArgumentForm<Object> form) {}

  private final Constructor<?> constructor;
  private final List<Argument> arguments;

  private ArgumentCodec(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type.getName() + " is no record");
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("a record has its constructor", impossible);
    }
    constructor.setAccessible(true);
    List<Argument> found = new ArrayList<>(components.length);
    for (RecordComponent component : components) {
      component.getAccessor().setAccessible(true);
      found.add(
          new Argument(
              name(component.getName()),
              component.getAccessor(),
              ArgumentForm.of(component.getGenericType())));
    }
    arguments = List.copyOf(found);
  }

  static ArgumentCodec of(Class<?> type) {
    return CODECS.get(type);
  }

  /** {@code oldName} as {@code old_name}, and {@code wait_} as {@code wait}. */
  private static String name(String component) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char letter = component.charAt(i);
      if (Character.isUpperCase(letter)) {
        name.append('_').append(Character.toLowerCase(letter));
      } else if (letter != '_') {
        name.append(letter);
      }
    }
    return name.toString();
  }

  SortedMap<String, Value> write(Object record) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (Argument argument : arguments) {
      Value value = argument.form().write(component(argument, record));
      if (!value.isNull()) {
        values.put(argument.name(), value);
      }
    }
    return values;
  }

  Object read(Map<String, Value> values) {
    Object[] components = new Object[arguments.size()];
    for (int i = 0; i < components.length; i++) {
      Argument argument = arguments.get(i);
      Value value = values.getOrDefault(argument.name(), Value.Null.NULL);
      components[i] = read(argument, value);
    }
    try {
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalArgumentException("the arguments do not make a record", refused);
    }
  }

  private static Object read(Argument argument, Value value) {
    try {
      return argument.form().read(value);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "the argument `" + argument.name() + "`: " + wrong.getMessage(), wrong);
    }
  }

  private static Object component(Argument argument, Object record) {
    try {
      return argument.accessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a component of a record can be read", impossible);
    }
  }
}

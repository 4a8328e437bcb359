package dev.dvl.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a call is told is read as it was written, for each record of arguments of each provider. */
class CallArgumentsLawTest {
  private static final int VARIANTS = 4;

  /** The variant in which a value that may be anything is known. */
  private static final int KNOWN = 2;

  private static final Value LATER =
      new Value.Deferred(new Term.Read(Address.of("other"), Path.of("id")));
  private static final Value.Ref OTHER = new Value.Ref(Address.of("other"), "volume");

  @TestFactory
  Stream<DynamicTest> whatACallIsToldIsReadAsItWasWritten() {
    return ProviderClasses.all()
        .filter(it -> it.isAssignableTo(CallArguments.class) && !it.isInterface())
        .map(JavaClass::reflect)
        .map(it -> DynamicTest.dynamicTest(it.getName(), () -> check(it)));
  }

  private static void check(Class<?> type) throws ReflectiveOperationException {
    for (int variant = 0; variant < VARIANTS; variant++) {
      CallArguments written = sample(type, variant);
      assertThat(CallArguments.read(written.getClass(), written.values())).isEqualTo(written);
    }
  }

  private static CallArguments sample(Class<?> type, int variant)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components).map(it -> sample(it.getGenericType(), variant)).toArray();
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return (CallArguments) constructor.newInstance(values);
  }

  /** Something of a type; of variant 0 the least of it. */
  private static Object sample(Type type, int variant) {
    if (type instanceof ParameterizedType generic) {
      return inside(generic, variant);
    }
    return switch (((Class<?>) type).getSimpleName()) {
      case "String" -> "text-" + variant;
      case "long", "Long" -> (long) variant;
      case "boolean", "Boolean" -> variant % 2 == 1;
      case "Duration" -> Duration.ofSeconds(variant);
      case "Link" ->
          List.of(new Link.Name("a"), new Link.Id("b"), new Link.Resource(OTHER), new Link.Name(""))
              .get(variant);
      case "Made" -> variant % 2 == 0 ? new Link.Id("c") : new Link.Resource(OTHER);
      case "Value" -> List.of(Value.Null.NULL, LATER, OTHER, Value.of(4)).get(variant);
      case "ObjectOf" -> Value.ObjectOf.of(variant == 0 ? Map.of() : Map.of("a", LATER));
      case "MapOf" -> Value.MapOf.of(variant == 0 ? Map.of() : Map.of("a", LATER));
      case String other -> throw new AssertionError("no sample of " + other);
    };
  }

  private static Object inside(ParameterizedType type, int variant) {
    Type[] inner = type.getActualTypeArguments();
    boolean least = variant == 0;
    Object one = sample(inner[inner.length - 1], Math.max(1, variant));
    return switch (((Class<?>) type.getRawType()).getSimpleName()) {
      case "Optional" -> least ? Optional.empty() : Optional.of(one);
      case "Field" ->
          List.of(
                  Field.unset(),
                  new Field.Known<>(sample(inner[0], KNOWN)),
                  new Field.Later<>(LATER),
                  Field.unset())
              .get(variant);
      case "List" -> least ? List.of() : List.of(one, one);
      case "Set" -> least ? Set.of() : Set.of(one);
      case "SortedMap" -> sorted(least ? Map.of() : Map.of("a", one));
      case String other -> throw new AssertionError("no sample of " + other);
    };
  }

  private static SortedMap<String, Object> sorted(Map<String, Object> entries) {
    return new TreeMap<>(entries);
  }
}

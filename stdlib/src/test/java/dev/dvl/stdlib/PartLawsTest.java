package dev.dvl.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws of the records for parts, over all kinds and all that can be said in them. */
class PartLawsTest {
  private static final Value LATER =
      new Value.Deferred(new Term.Read(Address.of("other"), Path.of("id")));

  /** One value of each form. */
  private static final List<Value> FORMS =
      List.of(
          Value.text("something"),
          Value.of(7),
          Value.of(true),
          new Value.Decimal(new BigDecimal("0.5")),
          new Value.Quantity(Dimension.SIZE, 1024),
          new Value.Ref(Address.of("other"), "volume"),
          new Value.ListOf(List.of(Value.text("a"), LATER)),
          new Value.SetOf(List.of(Value.of(1))),
          Value.MapOf.of(Map.of("a", LATER)),
          Value.ObjectOf.of(Map.of("a", Value.text("b"))),
          LATER);

  @TestFactory
  Stream<DynamicTest> nothingIsSaidOfAnEmptyPart() {
    return each(
        kind -> {
          for (Field<?> field : fields(part(kind, Map.of())).values()) {
            assertThat(field.isSet()).isFalse();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsLaterIsLaterInItsFieldAlone() {
    return each(
        kind -> {
          for (String name : names(kind)) {
            assertThat(fields(part(kind, Map.of(name, LATER))).values().stream())
                .as(name)
                .filteredOn(Field::isSet)
                .containsExactly(new Field.Later<>(LATER));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> noFormIsTooMuch() {
    return each(
        kind -> {
          for (String name : names(kind)) {
            for (Value form : FORMS) {
              assertThat(fields(part(kind, Map.of(name, form))).values().stream())
                  .as(name + " = " + form)
                  .filteredOn(Field::isSet)
                  .hasSize(1);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theEnumOfNamesHasThoseOfTheSchema() {
    return each(
        kind -> {
          Object[] all = Class.forName(type(kind) + "Attribute").getEnumConstants();
          assertThat(Stream.of(all).map(AttributeName.class::cast).map(AttributeName::word))
              .containsExactlyElementsOf(names(kind));
        });
  }

  private interface Law {
    void of(KindSchema kind) throws ReflectiveOperationException;
  }

  private static Stream<DynamicTest> each(Law law) {
    return StandardKinds.load().byName().values().stream()
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> law.of(kind)));
  }

  private static List<String> names(KindSchema kind) {
    List<String> names = new ArrayList<>();
    kind.attributes().stream().map(Attribute::name).forEach(names::add);
    kind.blocks().stream().map(Block::name).forEach(names::add);
    return names;
  }

  private static Record part(KindSchema kind, Map<String, Value> values)
      throws ReflectiveOperationException {
    return (Record)
        Class.forName(type(kind) + "Part").getMethod("of", Map.class).invoke(null, values);
  }

  /** The beginning of the names of what is made of a kind. */
  private static String type(KindSchema kind) {
    StringBuilder name = new StringBuilder("dev.dvl.stdlib.");
    boolean first = true;
    for (char letter : kind.name().toCharArray()) {
      if (letter != '_') {
        name.append(first ? Character.toUpperCase(letter) : letter);
      }
      first = letter == '_';
    }
    return name.toString();
  }

  private static Map<String, Field<?>> fields(Record part) throws ReflectiveOperationException {
    Map<String, Field<?>> fields = new java.util.TreeMap<>();
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      fields.put(component.getName(), (Field<?>) component.getAccessor().invoke(part));
    }
    return fields;
  }
}

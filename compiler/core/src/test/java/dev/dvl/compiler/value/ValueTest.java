package dev.dvl.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks over values: every sort of compound is walked, at every depth, and no term is. */
class ValueTest {
  private static final Value.Ref DB = new Value.Ref(Address.of("db"), "container");

  /** One of each sort, around any value. */
  private static final List<UnaryOperator<Value>> COMPOUNDS =
      List.of(
          inside -> new Value.ListOf(List.of(inside)),
          inside -> Value.SetOf.of(List.of(inside)),
          inside -> Value.MapOf.of(Map.of("key", inside)),
          inside -> Value.ObjectOf.of(Map.of("field", inside)));

  /** Each sort around each sort. */
  static Stream<UnaryOperator<Value>> nested() {
    return COMPOUNDS.stream()
        .flatMap(outer -> COMPOUNDS.stream().map(inner -> it -> outer.apply(inner.apply(it))));
  }

  @Test
  void eachSortOfCompoundIsTried() {
    Set<Class<?>> tried =
        COMPOUNDS.stream().map(it -> it.apply(DB).getClass()).collect(Collectors.toSet());
    assertThat(tried).containsExactlyInAnyOrder(Value.Compound.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("nested")
  void aLeafIsFoundAndReplacedWhereverItStands(UnaryOperator<Value> around) {
    Value value = around.apply(DB);
    assertThat(value.leaves()).containsExactly(DB);
    assertThat(value.references()).containsExactly(DB);
    assertThat(value.<RuntimeException>map(leaf -> Value.text("id")))
        .isEqualTo(around.apply(Value.text("id")));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void aTermIsOneLeaf(UnaryOperator<Value> around) {
    Term read = new Term.Read(Address.of("db"), Path.of("ip"));
    Value later = new Value.Deferred(Term.call("upper", read));
    assertThat(around.apply(later).leaves()).containsExactly(later);
    assertThat(around.apply(later).isKnown()).isFalse();
    assertThat(around.apply(DB).isKnown()).isTrue();
    List<Term> found = new ArrayList<>();
    around.apply(later).forEachTerm(found::add);
    assertThat(found).containsExactly(read);
  }

  @Test
  void setsAreInOrderAndMapsWithoutNothingAfterwards() {
    Value set = Value.SetOf.of(List.of(Value.of(1), Value.of(2)));
    assertThat(set.<RuntimeException>map(leaf -> Value.text("same")))
        .isEqualTo(Value.SetOf.of(List.of(Value.text("same"))));
    Value map = Value.MapOf.of(Map.of("a", Value.of(1)));
    assertThat(map.<RuntimeException>map(leaf -> Value.Null.NULL))
        .isEqualTo(Value.MapOf.of(Map.of()));
  }
}

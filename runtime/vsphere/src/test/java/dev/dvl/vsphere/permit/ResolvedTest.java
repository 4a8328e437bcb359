package dev.dvl.vsphere.permit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is asked of privileges sees the ids that the call will see, wherever they stand. */
class ResolvedTest {
  private static final Resolved RESOLVED =
      new Resolved(Map.of(Address.of("lan"), new Ref("port_group", "network-7", "lan")));

  static final List<UnaryOperator<Value>> COMPOUNDS =
      List.of(
          inside -> new Value.ListOf(List.of(inside)),
          inside -> Value.SetOf.of(List.of(inside)),
          inside -> Value.MapOf.of(Map.of("key", inside)),
          inside -> Value.ObjectOf.of(Map.of("field", inside)));

  @Test
  void eachSortOfCompoundIsTried() {
    Set<Class<?>> tried =
        COMPOUNDS.stream().map(it -> it.apply(Value.of(1)).getClass()).collect(Collectors.toSet());
    assertThat(tried).containsExactlyInAnyOrder(Value.Compound.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @FieldSource("COMPOUNDS")
  void theIdOfWhatIsThereStandsForAReference(UnaryOperator<Value> around) {
    Value lan = new Value.Ref(Address.of("lan"), "port_group");
    assertThat(RESOLVED.values(Map.of("arg", around.apply(lan))))
        .containsExactly(Map.entry("arg", around.apply(Value.text("network-7"))));
  }

  @ParameterizedTest
  @FieldSource("COMPOUNDS")
  void aReferenceToWhatIsNotThereYetStays(UnaryOperator<Value> around) {
    Value wan = around.apply(new Value.Ref(Address.of("wan"), "port_group"));
    assertThat(RESOLVED.values(Map.of("arg", wan))).containsExactly(Map.entry("arg", wan));
  }
}

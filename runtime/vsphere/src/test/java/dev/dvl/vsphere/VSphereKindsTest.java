package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Kinds;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.kind.VSphereKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a kind says of itself fits its schema, so that no list beside it has to. */
class VSphereKindsTest {
  private static final Kinds SCHEMAS = StandardKinds.load();

  static List<VSphereKind> all() {
    return VSphereKinds.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void tagsAreOnTheKindsWhoseSchemaHasThem(VSphereKind kind) {
    assertThat(kind.taggedAs().isPresent())
        .isEqualTo(SCHEMAS.get(kind.name()).attribute("tags").isPresent());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theServerTellsWhoChangedWhatIsInItsInventory(VSphereKind kind) {
    assertThat(kind.events().isEmpty()).isEqualTo(kind.inventoryType().isEmpty());
    assertThat(kind.events()).doesNotHaveDuplicates().allMatch(it -> it.endsWith("Event"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void callsBearTheNameOfTheirKind(VSphereKind kind) {
    assertThat(kind.primitives().keySet()).allMatch(it -> it.startsWith(kind.name() + "."));
  }
}

package dev.dvl.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Providers read what is wanted, and what a call is told, through records, so that a misspelt name
 * does not compile.
 */
class LookUpsTest {
  /** Where writing and reading of an attribute stand on one line. */
  private static final List<String> TABLES =
      List.of(
          "dev.dvl.docker.attribute",
          "dev.dvl.docker.container.facet",
          "dev.dvl.vsphere.machine.setting");

  /** Words of platforms, and no attributes. */
  private static final List<String> WIRES =
      List.of(
          "dev.dvl.docker.wire",
          "dev.dvl.vsphere.wire",
          "dev.dvl.vsphere.rest",
          "dev.dvl.vsphere.session");

  /** How many look-ups by name a provider has outside of tables; none may be added. */
  private static final Map<String, Integer> LEFT =
      Map.of("dev.dvl.docker", 21, "dev.dvl.vsphere", 571, "dev.dvl.sandbox", 20);

  @TestFactory
  Stream<DynamicTest> attributesAreLookedUpByNameOnlyInTables() {
    return ProviderClasses.packages().stream()
        .map(provider -> DynamicTest.dynamicTest(provider, () -> check(provider)));
  }

  private static void check(String provider) {
    SortedMap<String, Integer> found = new TreeMap<>();
    ProviderClasses.all()
        .filter(
            type ->
                ProviderClasses.isIn(type, provider) && !isIn(type, TABLES) && !isIn(type, WIRES))
        .forEach(type -> found.put(type.getName(), LookUps.in(type)));
    found.values().removeIf(count -> count == 0);
    int sum = found.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(sum)
        .as("look-ups by name: " + found)
        .isLessThanOrEqualTo(LEFT.getOrDefault(provider, 0));
  }

  private static boolean isIn(JavaClass type, List<String> homes) {
    return homes.stream().anyMatch(home -> ProviderClasses.isIn(type, home));
  }
}

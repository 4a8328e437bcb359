package dev.dvl.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Providers read what is wanted, and what a call is told, through records, and know attributes and
 * kinds by the enums of their names, so that a misspelt name does not compile. What looks names up
 * or compares them as texts all the same is listed, with its reason.
 */
class LookUpsTest {
  private static final Path LIST = Path.of("src/test/resources/house/look-ups.txt");
  private static final Pattern LINE =
      Pattern.compile("(?<count>[0-9]+) (?<name>dev[.]dvl[.]\\S+) (?<reason>\\S.*)");

  /** So many may be left in all providers that talk to a platform. */
  private static final int MOST = 50;

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
          "dev.dvl.docker.ssh",
          "dev.dvl.vsphere.http",
          "dev.dvl.vsphere.wire",
          "dev.dvl.vsphere.rest",
          "dev.dvl.vsphere.session");

  @Test
  void namesAreLookedUpInTablesAndWhereTheListSaysWhy() throws IOException {
    assertThat(found()).isEqualTo(listed());
  }

  @Test
  void fewAreLeft() throws IOException {
    int sum =
        listed().entrySet().stream()
            .filter(it -> !it.getKey().startsWith("dev.dvl.sandbox."))
            .mapToInt(Map.Entry::getValue)
            .sum();
    assertThat(sum).isLessThanOrEqualTo(MOST);
  }

  @Test
  void eachSortOfLookUpIsSeen() {
    JavaClass samples = new ClassFileImporter().importClass(LookUpSamples.class);
    LookUps lookUps = new LookUps(List.of(samples), Set.of("disk", "size"));
    assertThat(lookUps.in(samples)).isEqualTo(LookUpSamples.PLACES);
  }

  private static SortedMap<String, Integer> found() {
    SortedMap<String, Integer> found = new TreeMap<>();
    List<JavaClass> types =
        ProviderClasses.all().filter(type -> !isIn(type, TABLES) && !isIn(type, WIRES)).toList();
    LookUps lookUps = new LookUps(types, SchemaWords.of(StandardKinds.load()));
    types.forEach(
        type -> found.merge(ProviderClasses.topLevel(type), lookUps.in(type), Integer::sum));
    found.values().removeIf(count -> count == 0);
    return found;
  }

  private static SortedMap<String, Integer> listed() throws IOException {
    SortedMap<String, Integer> listed = new TreeMap<>();
    for (String line : Files.readAllLines(LIST)) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).as("count, class and reason: " + line).isTrue();
      listed.put(matcher.group("name"), Integer.valueOf(matcher.group("count")));
    }
    return listed;
  }

  private static boolean isIn(JavaClass type, List<String> homes) {
    return homes.stream().anyMatch(home -> ProviderClasses.isIn(type, home));
  }
}

package dev.dvl.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.dvl.stdlib.StandardKinds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The compiler and the engine know what a platform has from schemas alone: no text in their code is
 * the name of a kind, an attribute, a block, a field, an output or a state, nor a path of such
 * names.
 */
class PlatformWordsTest {
  private static final Set<String> WORDS = SchemaWords.of(StandardKinds.load());

  /** Where dvl names things of its own, which kinds may call by the same words. */
  private static final List<String> OWN =
      List.of(
          // Functions of the language and their parameters: `range`, `size`, `sha256(text)`.
          "dev.dvl.compiler.eval",
          // Keys of dvl's own formats: the IR, diagnostics, plans, the journal, values.
          "dev.dvl.compiler.ir.codec",
          "dev.dvl.compiler.diagnostic",
          "dev.dvl.engine.plan.codec",
          "dev.dvl.engine.ledger",
          "dev.dvl.engine.json");

  /** Words of dvl's own language elsewhere. */
  private static final Map<String, String> LANGUAGE =
      Map.ofEntries(
          Map.entry("env", "the function that reads a variable of the environment"),
          Map.entry("file", "the function that reads a local file"),
          Map.entry("template", "the function that fills a local file"),
          Map.entry("sha256", "the algorithm of digests of files that a program reads"),
          Map.entry("wait", "a setting of `update`, which every kind has"),
          Map.entry("started", "what `update` waits for if nothing else is said"),
          Map.entry("healthy", "what `update` may wait for"),
          Map.entry("digest", "a setting of schemas"),
          Map.entry("restart", "an impact"),
          Map.entry("snapshot", "what a test may expect of a plan"),
          Map.entry("type", "the word before a declared type"),
          Map.entry("text", "what a string is called in messages"),
          Map.entry("id", "the key of an object that stands for a link to another"),
          Map.entry("parallelism", "what every kind of host may set"),
          Map.entry("host", "the word before a host, and a setting of what makes one"),
          Map.entry("engine.ready", "the call that the engine makes itself"),
          Map.entry("ready", "how its op is called"),
          Map.entry("key", "what an impact calls the key of the entry that it is about"),
          Map.entry("running", "what it is told of the host before"),
          Map.entry("host_key", "what dvl makes for a machine right before a call"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.dvl.compiler", "dev.dvl.engine");

  @TestFactory
  Stream<DynamicTest> noWordOfAPlatformStandsIn() {
    return Stream.of("dev.dvl.compiler", "dev.dvl.engine")
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module, () -> assertThat(words(module)).as("words of schemas").isEmpty()));
  }

  @Test
  void eachWordOfTheLanguageIsInUseAndOneOfASchema() {
    Set<String> used = new TreeSet<>();
    CLASSES.stream().filter(type -> !isOwn(type)).forEach(type -> used.addAll(Literals.in(type)));
    assertThat(LANGUAGE.keySet()).isSubsetOf(used).allMatch(PlatformWordsTest::areWords);
  }

  private static SortedMap<String, Set<String>> words(String module) {
    SortedMap<String, Set<String>> found = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (ProviderClasses.isIn(type, module) && !isOwn(type)) {
        for (String text : Literals.in(type)) {
          if (isOfSchema(text)) {
            found.computeIfAbsent(text, it -> new TreeSet<>()).add(type.getName());
          }
        }
      }
    }
    return found;
  }

  /** A word, or a path of words such as {@code health.interval}. */
  private static boolean isOfSchema(String text) {
    return !LANGUAGE.containsKey(text) && areWords(text);
  }

  private static boolean areWords(String path) {
    return Stream.of(path.split("\\.", -1)).allMatch(WORDS::contains);
  }

  private static boolean isOwn(JavaClass type) {
    return OWN.stream().anyMatch(home -> ProviderClasses.isIn(type, home));
  }
}

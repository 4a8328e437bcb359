package dev.dvl.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.type.TypeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever members a union has, records of each are there and are made of its values. */
class UnionMembersTest {
  private static final List<String> SIMPLE = List.of("string", "int", "list<string>");
  private static final List<String> OBJECTS = List.of("Plain", "Other", "Held", "Kept");
  @TempDir Path folder;

  static Stream<List<String>> mixed() {
    return subsets(Stream.concat(SIMPLE.stream(), OBJECTS.stream()).toList());
  }

  static Stream<List<String>> lifted() {
    return subsets(OBJECTS);
  }

  private static Stream<List<String>> subsets(List<String> of) {
    return IntStream.range(1, 1 << of.size())
        .mapToObj(
            chosen ->
                IntStream.range(0, of.size())
                    .filter(it -> (chosen >> it & 1) == 1)
                    .mapToObj(of::get)
                    .toList());
  }

  @ParameterizedTest
  @MethodSource
  void mixed(List<String> members) throws Exception {
    String union = String.join(" | ", members);
    assertMade(members, "one: (" + union + ")? { impact = \"live\" }");
    assertMade(members, "some: list<" + union + ">? { impact = \"live\" }");
  }

  @ParameterizedTest
  @MethodSource
  void lifted(List<String> members) throws Exception {
    String union = String.join(" | ", members);
    assertMade(
        members, "links: set<ref<thing> | " + union + ">? { impact = \"live\", by = \"thing\" }");
  }

  private void assertMade(List<String> members, String attribute) throws Exception {
    String sources = sources(attribute);
    List<String> missing = new ArrayList<>();
    for (String object : members.stream().filter(OBJECTS::contains).toList()) {
      for (String name : List.of(object, object + "Part")) {
        if (!sources.contains("public record " + name + "(")
            || !sources.matches("(?s).*\\b" + name + "(\\.of\\(|::of\\b).*")) {
          missing.add(name);
        }
      }
    }
    assertThat(missing).as(attribute).isEmpty();
  }

  private String sources(String attribute) throws Exception {
    Files.writeString(folder.resolve("kinds.dvl"), schema(attribute));
    Kinds kinds = KindFiles.read(folder);
    KindSchema thing = kinds.get("thing");
    assertThat(thing.attributes()).as(TypeText.of(thing.attributes().getFirst().type())).hasSize(1);
    return KindSources.of(kinds, "example.kinds").stream()
        .map(JavaFile::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String schema(String attribute) {
    String objects =
        OBJECTS.stream().map(UnionMembersTest::object).collect(Collectors.joining("\n"));
    return """
    /// A machine.
    kind machine { provides ground }
    %s
    /// What has it.
    kind thing on place: ground {
      identity = "named"
      /// One of them.
      %s
    }
    """
        .formatted(objects, attribute);
  }

  private static String object(String name) {
    String condition = name.length() == 4 ? " where it.size > 0" : "";
    return """
    /// One of several.
    type %1$s = {
      /// Tells it from others.
      form: "%1$s"
      /// Another one.
      thing: ref<thing>
      /// How large it is.
      size: int
    }%2$s
    """
        .formatted(name, condition);
  }
}

package dev.dvl.cli.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the client's commands could reach is shipped, whether or not a test runs it. */
class ReachTest {
  private static final Map<String, String> NEVER_RUN =
      Map.of(
          // Reads what an engine refuses with; dvl's transport has read that before, and thrown.
          "org/apache/commons/io/IOUtils",
          "com/github/dockerjava/core/DefaultInvocationBuilder.execute");

  @Test
  void nothingThatCanBeReachedIsMissing() throws IOException, ReflectiveOperationException {
    try (ShippedClient client = ShippedClient.of(ShippedClassPath.here())) {
      Reach reach = reach(client);
      assertThat(reach.missing()).isEqualTo(NEVER_RUN);
      assertThat(reach.size()).isGreaterThan(500);
    }
  }

  @Test
  void aLibraryThatIsReachedIsMissed() throws IOException, ReflectiveOperationException {
    ShippedClassPath all = ShippedClassPath.here();
    var lang =
        all.libraries().stream()
            .filter(it -> it.getFileName().toString().startsWith("commons-lang3"))
            .findFirst()
            .orElseThrow();
    try (ShippedClient client = ShippedClient.of(all);
        ShippedClient lacking = ShippedClient.of(all.without(lang))) {
      Reach reach = new Reach(lacking.loader());
      client.commands().stream().map(Method::getDeclaringClass).distinct().forEach(reach::from);
      assertThat(reach.missing()).containsKey("org/apache/commons/lang3/StringUtils");
    }
  }

  private static Reach reach(ShippedClient client) throws ReflectiveOperationException {
    Reach reach = new Reach(client.loader());
    client.commands().stream().map(Method::getDeclaringClass).distinct().forEach(reach::from);
    return reach;
  }
}

package dev.dvl.cli.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the client's commands could reach is shipped, whether or not a test runs it. */
class ReachTest {
  /** Code that names what is not there, and that no command of dvl's comes to. */
  private static final Set<String> NEVER_RUN =
      Set.of(
          // Reads what an engine refuses with; dvl's transport has read that before, and thrown.
          "com/github/dockerjava/core/DefaultInvocationBuilder",
          // Packs files of this machine for an upload; dvl gives an archive.
          "com/github/dockerjava/core/util/CompressArchiveUtil");

  @Test
  void nothingThatCanBeReachedIsMissing() throws IOException, ReflectiveOperationException {
    try (ShippedClient client = ShippedClient.of(ShippedClassPath.here())) {
      Reach reach = reach(client);
      assertThat(reach.missing().values())
          .map(method -> method.substring(0, method.lastIndexOf('.')))
          .containsOnly(NEVER_RUN.toArray(String[]::new));
      assertThat(reach.size()).isGreaterThan(500);
    }
  }

  @Test
  void aLibraryThatIsReachedIsMissed() throws IOException, ReflectiveOperationException {
    ShippedClassPath all = ShippedClassPath.here();
    Path lang =
        all.libraries().stream()
            .filter(it -> it.getFileName().toString().startsWith("commons-lang3"))
            .findFirst()
            .orElseThrow();
    try (ShippedClient lacking = ShippedClient.of(all.without(lang))) {
      assertThat(reach(lacking).missing()).containsKey("org/apache/commons/lang3/StringUtils");
    }
  }

  private static Reach reach(ShippedClient client) throws ReflectiveOperationException {
    Reach reach = new Reach(client.loader());
    client.commands().stream().map(Method::getDeclaringClass).distinct().forEach(reach::from);
    return reach;
  }
}

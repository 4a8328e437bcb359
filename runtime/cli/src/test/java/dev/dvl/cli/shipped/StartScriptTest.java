package dev.dvl.cli.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code dvl} of the project, started in a clone whose build is the classes under test.
 */
class StartScriptTest {
  @TempDir private Path clone = Path.of("");

  @BeforeEach
  void build() throws IOException {
    Files.copy(root().resolve("dvl"), clone.resolve("dvl"));
    Files.createDirectories(clone.resolve("stdlib/kinds"));
    Files.createDirectories(clone.resolve("stdlib/modules"));
    Files.createDirectories(clone.resolve("docs/diagnostics"));
    Files.createDirectories(clone.resolve(".mvn"));
    Files.createFile(clone.resolve("pom.xml"));
    Path builds = clone.resolve("runtime/cli/target/dvl");
    Files.createDirectories(builds.resolve("1-1"));
    jar(builds.resolve("1-1/dvl-cli-1.jar"));
    Files.writeString(builds.resolve("jdk"), System.getProperty("java.home") + "\n");
    Files.writeString(builds.resolve("current"), "1-1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8"})
  void filesMayHaveAnyNameInEveryLocale(String locale) throws IOException, InterruptedException {
    // A shell makes and enters the folder: this JVM may be one that cannot name it.
    assertThat(
            shell(
                locale,
                """
                mkdir 'Größe 大' && cd 'Größe 大' &&
                echo 'text' > 'ä.txt' && echo 'output x = line_of("ä.txt")' > 'ö.dvl' &&
                ../dvl output . x --sandbox
                """))
        .isEqualTo("text\n");
  }

  @Test
  void aLocaleThatCanNameFilesStays() throws IOException, InterruptedException {
    String program =
        """
        printf 'secret s = env("LC_ALL")\\noutput x: secret string = s\\n' > a.dvl
        ./dvl output . x --sandbox --reveal
        """;
    assertThat(shell("C.utf8", program)).isEqualTo("C.utf8\n");
  }

  private String shell(String locale, String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash").directory(clone.toFile());
    builder.environment().keySet().removeIf(it -> it.startsWith("LC_") || it.equals("LANG"));
    builder.environment().put("LC_ALL", locale);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** Holds nothing but the way to the classes under test. */
  private static void jar(Path file) throws IOException {
    String classes =
        Arrays.stream(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator))
            .map(it -> Path.of(it).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes);
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
  }

  private static Path root() {
    for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      if (Files.exists(root.resolve("mvnw"))) {
        return root;
      }
    }
    throw new IllegalStateException("no folder above this one holds the build's wrapper");
  }
}

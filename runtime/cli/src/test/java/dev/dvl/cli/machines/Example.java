package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import dev.dvl.cli.worlds.VCenter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the examples in a folder of its own, as somebody runs it who has a vCenter: with his own
 * key in the place of the made-up ones, and with parameters that say where the vCenter is. The
 * folder is his home, too.
 */
record Example(Path folder, VCenter vcenter) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path EXAMPLES = examples();
  private static final String SECRET = "a-word-that-no-output-may-show";
  private static final Pattern KEY = Pattern.compile(".*/[a-z]+\\.pub");
  private static final int TRIES = 100;
  private static final int PAUSE_MILLIS = 200;

  static Example of(String name, Path folder, VCenter vcenter)
      throws IOException, InterruptedException {
    Path own = folder.resolve(name);
    String key = KeyFile.write(own.resolve(".ssh/id_ed25519")).open();
    try (Stream<Path> files = Files.walk(EXAMPLES.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = own.resolve(EXAMPLES.resolve(name).relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        if (KEY.matcher(target.toString()).matches()) {
          Files.writeString(target, key);
        }
      }
    }
    Process programs = new ProcessBuilder(own.resolve("programs").toString()).inheritIO().start();
    assertThat(programs.waitFor()).as("programs of " + name).isZero();
    return new Example(own, vcenter);
  }

  /** A command that goes well. */
  String done(String command, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                command,
                "--param",
                "vcenter=" + vcenter.server(),
                "--param",
                "user=" + vcenter.user(),
                "--param",
                "ca=" + System.getenv("DVL_TEST_VCENTER_CA")));
    words.addAll(Arrays.asList(options));
    Map<String, String> environment =
        Map.of(
            "VSPHERE_PASSWORD",
            vcenter.password(),
            "SHOP_DB_PASSWORD",
            SECRET,
            "XDG_STATE_HOME",
            folder.resolve("state").toString());
    Calls.Ended ended = new Calls(folder, environment).dvl(words.toArray(String[]::new));
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
    assertThat(ended.toString()).doesNotContain(SECRET);
    return ended.out();
  }

  /** Carries it out, after which nothing is left to do. */
  String applied(String... options) {
    String said = done("apply", with("--yes", options));
    done("plan", with("--detailed-exitcode", options));
    return said;
  }

  static String[] with(String first, String... more) {
    return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(String[]::new);
  }

  /** What is at a path below the output {@code url}, as soon as it is there. */
  static String page(String said, String path) throws IOException, InterruptedException {
    Matcher url = Pattern.compile("url += \"(http://[^\"]+)\"").matcher(said);
    assertThat(url.find()).as(said).isTrue();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url.group(1) + path)).build();
    for (int left = TRIES; ; left--) {
      try {
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 200 || left == 0) {
          return answer.body().strip();
        }
      } catch (IOException notYet) {
        if (left == 0) {
          throw notYet;
        }
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static Path examples() {
    for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      if (Files.exists(root.resolve("mvnw"))) {
        return root.resolve("examples");
      }
    }
    throw new IllegalStateException("no folder above this one holds the build's wrapper");
  }
}

package dev.dvl.vsphere.wire.vim;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of govmomi in the cache of Go modules; fetched by Go itself where that is installed. */
final class Govmomi {
  private static final String MODULE = "github.com/vmware/govmomi@v0.56.0";

  private Govmomi() {}

  static Path types() throws IOException, InterruptedException {
    Optional<Path> there = cached();
    if (there.isEmpty()) {
      download();
      there = cached();
    }
    return there.orElseGet(
        () -> abort("SKIPPED: neither the Go module cache nor Go itself has " + MODULE));
  }

  private static Optional<Path> cached() {
    Path home = Path.of(System.getProperty("user.home"), "go");
    return Stream.of(
            variable("GOMODCACHE"),
            variable("GOPATH").map(it -> it.resolve("pkg/mod")),
            Optional.of(home.resolve("pkg/mod")))
        .flatMap(Optional::stream)
        .map(it -> it.resolve(MODULE).resolve("vim25/types"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty()).map(Path::of);
  }

  private static void download() throws InterruptedException {
    try {
      Process go =
          new ProcessBuilder(List.of("go", "mod", "download", MODULE))
              .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!go.waitFor(2, TimeUnit.MINUTES)) {
        go.destroyForcibly();
      }
    } catch (IOException e) {
      // There is no Go here; the caller says so.
    }
  }
}

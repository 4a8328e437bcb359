package dev.dvl.docker.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dvl.engine.local.BuildContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as they should not be. */
class ContextTarTest {
  private static final Duration SOON = Duration.ofMinutes(10);
  private static final int TRAILER = 1024;

  @TempDir Path folder;

  @BeforeEach
  void dockerfile() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM dvl-test/base:1\n");
  }

  @Test
  void socketsAndPipesArePassedOver() throws Exception {
    pipe("pipe");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
      BuildContext context = assertTimeoutPreemptively(SOON, this::context);
      assertThat(context.entries().keySet()).containsExactly("Dockerfile");
      assertTimeoutPreemptively(SOON, context::digest);
    }
  }

  @Test
  void whatDvlKeepsInItsFolderIsNotSent() throws Exception {
    String before = context().digest();
    Files.writeString(Files.createDirectory(folder.resolve(".dvl")).resolve("journal"), "x");
    Files.writeString(folder.resolve("dvl.stack"), "00000000000000aa");
    assertThat(context().entries().keySet()).containsExactly("Dockerfile");
    assertThat(context().digest()).isEqualTo(before);
  }

  @Test
  void anIgnoreFileThatIsAPipeIsNotWaitedFor() throws Exception {
    pipe(".dockerignore");
    assertThat(assertTimeoutPreemptively(SOON, this::context).entries().keySet())
        .containsExactly("Dockerfile");
  }

  @Test
  void aLinkOutOfTheFolderStaysALink() throws Exception {
    Path outside = Files.writeString(folder.resolveSibling("outside-" + folder.getFileName()), "x");
    try {
      Files.createSymbolicLink(folder.resolve("link"), outside);
      Files.createSymbolicLink(folder.resolve("away"), folder.resolveSibling("."));
      Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("not-there"));
      assertThat(context().entries().keySet())
          .containsExactly("Dockerfile", "away", "link", "nowhere");
      String before = context().digest();
      Files.writeString(outside, "another text");
      assertThat(context().digest()).isEqualTo(before);
      assertThat(packed(context())).doesNotContain("another text");
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void aLargeFileIsNotHeldInMemory() throws Exception {
    long size = 300L << 20;
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
      file.setLength(size);
    }
    BuildContext context = context();
    long before = allocated();
    ContextTar.write(context, OutputStream.nullOutputStream(), Optional.of(context.digest()));
    assertThat(allocated() - before).isLessThan(16L << 20);
  }

  @Test
  void thousandsOfPatternsTakeNoTime() throws Exception {
    String patterns =
        IntStream.range(0, 10_000)
            .mapToObj(i -> i % 2 == 0 ? "none/of/these-" + i : "**/no-*-such-" + i + "?")
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve(".dockerignore"), patterns + "\nsub/f7*\n!sub/f77\n");
    Path sub = Files.createDirectory(folder.resolve("sub"));
    for (int i = 0; i < 500; i++) {
      Files.createFile(sub.resolve("f" + i));
    }
    BuildContext context = assertTimeoutPreemptively(SOON, this::context);
    assertThat(context.entries().keySet())
        .contains("sub/f77", "sub/f6")
        .doesNotContain("sub/f7", "sub/f71");
  }

  @Test
  void whatVanishesLeavesNoWholeArchive() throws Exception {
    Files.writeString(folder.resolve("gone"), "text");
    BuildContext context = context();
    Files.delete(folder.resolve("gone"));
    assertBreaksOff(context, Optional.empty(), "`gone` vanished while it was read");
  }

  @Test
  void whatChangedSinceItWasHashedLeavesNoWholeArchive() throws Exception {
    Path file = Files.writeString(folder.resolve("zz"), "text");
    String planned = context().digest();
    Files.writeString(file, "TEXT");
    assertBreaksOff(context(), Optional.of(planned), "not as they were when the build was planned");
  }

  private static void assertBreaksOff(BuildContext context, Optional<String> planned, String why) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> ContextTar.write(context, out, planned))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
    byte[] bytes = out.toByteArray();
    String end =
        new String(
            bytes,
            Math.max(0, bytes.length - TRAILER),
            Math.min(bytes.length, TRAILER),
            StandardCharsets.ISO_8859_1);
    assertThat(end.chars()).anyMatch(it -> it != 0);
  }

  private BuildContext context() throws IOException {
    return BuildContext.of(folder, "Dockerfile");
  }

  private static String packed(BuildContext context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContextTar.write(context, out, Optional.empty());
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private void pipe(String name) throws Exception {
    int code = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor();
    assertThat(code).isZero();
  }

  private static long allocated() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}

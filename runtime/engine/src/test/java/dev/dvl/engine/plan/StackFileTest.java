package dev.dvl.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that says whose the objects are. */
class StackFileTest {
  private static final String FIRST = "0123456789abcdef";
  private static final String SECOND = "fedcba9876543210";

  @Test
  void anIdIsNeverReplaced(@TempDir Path folder) throws IOException {
    StackFile.write(folder, FIRST);
    StackFile.write(folder, FIRST);
    assertThatThrownBy(() -> StackFile.write(folder, SECOND))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(StackFile.read(folder)).contains(FIRST);
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("dvl.stack"));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatIsNoIdIsAProblem(@TempDir Path folder) throws IOException {
    for (byte[] wrong : new byte[][] {{}, {'z'}, {(byte) 0xff, (byte) 0xfe}, new byte[100]}) {
      Files.write(StackFile.in(folder), wrong);
      assertThatThrownBy(() -> StackFile.read(folder)).hasMessageContaining("16 hex digits");
    }
  }

  @Test
  void aFolderIsNoStackFile(@TempDir Path folder) throws IOException {
    Files.createDirectory(StackFile.in(folder));
    assertThatThrownBy(() -> StackFile.read(folder)).hasMessageContaining("16 hex digits");
  }

  @Test
  void aLinkToNowhereIsNoFreshStack(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(StackFile.in(folder), Path.of("nowhere"));
    assertThatThrownBy(() -> StackFile.read(folder)).hasMessageContaining("leads nowhere");
    Files.delete(StackFile.in(folder));
    Files.createSymbolicLink(StackFile.in(folder), StackFile.in(folder));
    assertThatThrownBy(() -> StackFile.read(folder)).isInstanceOf(IOException.class);
  }
}

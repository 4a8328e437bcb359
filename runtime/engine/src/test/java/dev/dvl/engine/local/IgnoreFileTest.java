package dev.dvl.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreFileTest {

  @ParameterizedTest
  @CsvSource({
    "*.md, README.md, true",
    "*.md, docs/README.md, false",
    "**/*.md, docs/a/README.md, true",
    "docs, docs/README.md, true",
    "/docs/, docs/README.md, true",
    "doc?, docs, true",
    "a/*/c, a/b/c, true",
    "a/*/c, a/b/b/c, false",
    "**/c, c, true",
    "a/**, a/b/c, true",
    "[a-c].txt, b.txt, true",
    "[^a-c].txt, b.txt, false",
    "./x/../y, y, true"
  })
  void matchesAsDockerDoes(String pattern, String path, boolean ignored) {
    assertThat(IgnoreFile.parse(List.of(pattern)).ignores(path)).isEqualTo(ignored);
  }

  @Test
  void theLastMatchCounts() {
    IgnoreFile ignore = IgnoreFile.parse(List.of("# all but one", "*", "!keep", "keep/not"));
    assertThat(ignore.ignores("x")).isTrue();
    assertThat(ignore.ignores("keep")).isFalse();
    assertThat(ignore.ignores("keep/this")).isFalse();
    assertThat(ignore.ignores("keep/not")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"[a", "a\\", "[]"})
  void refusesMalformedPatterns(String pattern) {
    assertThatThrownBy(() -> IgnoreFile.parse(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(pattern);
  }
}

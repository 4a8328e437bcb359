package dev.dvl.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import org.junit.jupiter.api.Test;

class LargeFileTest {
  @Test
  void tenThousandResourcesAreParsed() {
    SourceFile file = new SourceMap().add("large.dvl", Programs.resources(10_000));
    assertThat(Parser.parse(file).diagnostics()).isEmpty();
  }
}

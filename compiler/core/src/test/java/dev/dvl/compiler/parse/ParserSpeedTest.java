package dev.dvl.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import org.junit.jupiter.api.Test;

class ParserSpeedTest {
  @Test
  void tenThousandResourcesTakeSeconds() {
    SourceFile file = new SourceMap().add("large.dvl", Programs.resources(10_000));
    long start = System.nanoTime();
    assertThat(Parser.parse(file).diagnostics()).isEmpty();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println(file.text().length() + " characters: " + millis + " ms");
    assertThat(millis).as("milliseconds, on any machine").isLessThan(20_000);
  }
}

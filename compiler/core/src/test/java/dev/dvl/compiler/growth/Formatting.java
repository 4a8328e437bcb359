package dev.dvl.compiler.growth;

import dev.dvl.compiler.format.Formatter;
import dev.dvl.compiler.source.SourceMap;
import java.util.function.Function;

/** Formats programs, within a {@link CountingLoader}. */
public final class Formatting implements Function<String, String> {
  @Override
  public String apply(String program) {
    return Formatter.format(new SourceMap().add("main.dvl", program)).value();
  }
}

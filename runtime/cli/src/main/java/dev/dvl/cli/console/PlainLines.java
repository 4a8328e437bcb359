package dev.dvl.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a file or of another program, without a prompt and remembered by nobody. */
public final class PlainLines implements Lines {
  private final BufferedReader in;

  public PlainLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> next() throws IOException {
    return Optional.ofNullable(in.readLine());
  }

  @Override
  public void remember() {}

  @Override
  public void close() {}
}

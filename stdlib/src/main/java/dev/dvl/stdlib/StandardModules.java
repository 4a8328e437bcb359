package dev.dvl.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The modules that come with dvl: {@code std.proxy} is {@code modules/proxy.dvl}. */
public final class StandardModules {
  private static final String PREFIX = "std.";
  private static final List<String> NAMES = List.of("std.proxy");

  private StandardModules() {}

  public static Collection<String> names() {
    return NAMES;
  }

  /** The text of a module. */
  public static Optional<String> text(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static String read(String name) {
    String path = "/modules/" + name.substring(PREFIX.length()).replace('.', '/') + ".dvl";
    try (InputStream in = StandardModules.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("dvl was built without its module " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

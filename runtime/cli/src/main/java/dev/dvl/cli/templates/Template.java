package dev.dvl.cli.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program to begin with. Each plans at once on the sandbox, and passes its own tests. */
public enum Template {
  DOCKER("one web server on a Docker engine"),
  COMPOSE("a web application and its database on a Docker engine"),
  VSPHERE("a fleet of machines on vSphere");

  private final String about;

  Template(String about) {
    this.about = about;
  }

  /** What it describes. */
  public String about() {
    return about;
  }

  /** The word that names it on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Template::word).toList();
  }

  public static Optional<Template> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** The program. */
  public String program() throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(word() + ".dvl")) {
      if (in == null) {
        throw new IOException("dvl was packaged without its templates");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

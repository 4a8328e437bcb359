package dev.dvl.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages by code. */
public final class Pages {
  private static final String INDEX = "README.md";

  private Pages() {}

  /** The page of a code, in Markdown. */
  public static Optional<String> find(String code) throws IOException {
    try (InputStream in = Pages.class.getResourceAsStream(code + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** All codes that have a page. */
  public static List<String> codes() throws IOException {
    URL index = Pages.class.getResource(INDEX);
    if (index == null) {
      throw new IOException("dvl was packaged without its pages");
    }
    URI uri = uri(index);
    if (!uri.getScheme().equals("jar")) {
      return codes(Path.of(uri).resolveSibling(""));
    }
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return codes(jar.getPath("/dev/dvl/cli/explain"));
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<String> codes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("DVL[0-9]{4}\\.md"))
          .map(name -> name.substring(0, name.length() - ".md".length()))
          .sorted()
          .toList();
    }
  }
}

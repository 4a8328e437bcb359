package dev.dvl.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name its path below the project's folder
 */
record Page(Path file, String name, String text) {

  private static final Pattern FENCE =
      Pattern.compile("^```([^\n]*)\n(.*?)^```$\n?", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");

  /** README, and all pages under {@code docs} but those that have tests of their own. */
  static List<Page> all() {
    Path root = Project.ROOT;
    Stream<Path> found = Stream.of("docs", "examples").flatMap(it -> files(root.resolve(it)));
    return Stream.concat(
            Stream.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md"))
                .filter(Files::exists),
            found
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !file.startsWith(root.resolve("docs/diagnostics")))
                .filter(file -> !file.startsWith(root.resolve("docs/kinds")))
                .sorted())
        .map(file -> read(root, file))
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page read(Path root, Path file) {
    try {
      String text = Files.readString(file).replace("\r\n", "\n");
      return new Page(file, root.relativize(file).toString(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Fence> fences() {
    return FENCE
        .matcher(text)
        .results()
        .map(
            it ->
                new Fence(
                    List.of(it.group(1).split(",", -1)),
                    it.group(2),
                    1 + (int) text.substring(0, it.start()).lines().count(),
                    it.start(),
                    it.end()))
        .toList();
  }

  /** Where the links of this page lead, but those out of the project. */
  List<Path> links() {
    return LINK.matcher(FENCE.matcher(text).replaceAll(""))
        .results()
        .map(it -> it.group(1))
        .filter(it -> !it.isEmpty() && !it.contains("://"))
        .map(it -> file.resolveSibling(it).normalize())
        .toList();
  }

  /** Writes the page anew, with these blocks in place of those that start at the keys. */
  void rewrite(SortedMap<Integer, Replacement> replacements) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (var entry : replacements.entrySet()) {
      out.append(text, at, entry.getKey()).append(entry.getValue().text());
      at = entry.getValue().fence().to();
    }
    out.append(text.substring(at));
    try {
      Files.writeString(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A block, and what is to stand in its place. */
  record Replacement(Fence fence, String text) {}
}

package dev.dvl.docker.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The user's SSH configuration (ssh_config(5)): settings under {@code Host} lines, of which the
 * first that applies wins. {@code Include} is followed; of {@code Match} only {@code all}.
 */
public final class SshConfig {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
  private static final Pattern SETTING = Pattern.compile("(\\w+)(?:\\s*=\\s*|\\s+)(.*)");
  private static final int DEEPEST = 16;

  private final Path home;
  private final List<Setting> settings = new ArrayList<>();

  private SshConfig(Path home) {
    this.home = home;
  }

  private record Setting(Predicate<String> applies, String name, List<String> words) {}

  /** The user's own file, then that of the machine. */
  public static SshConfig of(Path home) throws IOException {
    SshConfig config = new SshConfig(home);
    config.read(home.resolve(".ssh/config"), host -> true, 0);
    config.read(Path.of("/etc/ssh/ssh_config"), host -> true, 0);
    return config;
  }

  /** The first value of a setting for a host, as it was written on the command line. */
  public Optional<String> first(String host, String setting) {
    return all(host, setting).stream().findFirst().map(it -> String.join(" ", it));
  }

  /** All values of a setting. */
  public List<List<String>> all(String host, String setting) {
    return settings.stream()
        .filter(it -> it.name().equals(setting) && it.applies().test(host))
        .map(Setting::words)
        .toList();
  }

  private void read(Path file, Predicate<String> around, int depth) throws IOException {
    if (!Files.exists(file) || depth > DEEPEST) {
      return;
    }
    Predicate<String> applies = around;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Matcher setting = SETTING.matcher(line.strip());
      if (!setting.matches()) {
        continue;
      }
      List<String> words = words(setting.group(2));
      String name = setting.group(1).toLowerCase(Locale.ROOT);
      switch (name) {
        case "host" -> applies = around.and(host -> Patterns.match(words, host));
        case "match" -> applies = around.and(host -> words.equals(List.of("all")));
        case "include" -> include(words, applies, depth);
        default -> settings.add(new Setting(applies, name, words));
      }
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .toList();
  }

  /** What a relative name in it starts from is the user's folder for SSH. */
  private void include(List<String> names, Predicate<String> around, int depth) throws IOException {
    for (String name : names) {
      Path pattern =
          name.startsWith("~/")
              ? home.resolve(name.substring(2))
              : home.resolve(".ssh").resolve(name);
      Path folder = pattern.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        continue;
      }
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder, String.valueOf(pattern.getFileName()))) {
        for (Path file : StreamSupport.stream(files.spliterator(), false).sorted().toList()) {
          read(file, around, depth + 1);
        }
      }
    }
  }
}

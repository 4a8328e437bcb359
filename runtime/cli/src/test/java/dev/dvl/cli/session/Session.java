package dev.dvl.cli.session;

import dev.dvl.cli.Dvl;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One session. A line is a command of dvl, or starts with a word of the test's own: {@code env
 * NAME=VALUE}, {@code type TEXT} (a person at a terminal types it), {@code edit FILE 'FROM' 'TO'},
 * {@code mode FILE MODE}, {@code remove FOLDER}, {@code show FILE}.
 */
final class Session {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** What differs from run to run: made names, ids, times. */
  private static final List<Map.Entry<Pattern, String>> VARIES =
      List.of(
          Map.entry(Pattern.compile("-[0-9a-f]{10}\\b"), "-MADE"),
          Map.entry(Pattern.compile("\\b[0-9a-f]{12,32}\\b"), "ID"),
          Map.entry(Pattern.compile("\\b\\d+\\.\\ds\\b"), "0.0s"),
          Map.entry(Pattern.compile("\"time\":\"[^\"]*\""), "\"time\":\"TIME\""),
          Map.entry(Pattern.compile("\"millis\":\\d+"), "\"millis\":0"),
          Map.entry(Pattern.compile("\\b10(\\.\\d+){3}"), "10.0.0.0"),
          Map.entry(Pattern.compile("sandbox-[0-9a-f]{8}"), "sandbox-ID"));

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder shown = new StringBuilder();
  private String typed = "";

  Session(Path folder, Path programs) throws IOException {
    this.folder = folder;
    SpecialFiles.copy(programs, folder);
    SpecialFiles.write(folder);
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    environment.put("DOCKER_HOST", "unix://" + folder.resolve("no-engine"));
  }

  String run(String text) throws IOException {
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        shown.append("$ ").append(line).append('\n');
        line(words(line));
      }
    }
    String all = shown.toString().replace(folder.toString(), "FOLDER");
    for (Map.Entry<Pattern, String> varying : VARIES) {
      all = varying.getKey().matcher(all).replaceAll(varying.getValue());
    }
    return all;
  }

  private void line(List<String> words) throws IOException {
    switch (words.getFirst()) {
      case "dvl" -> dvl(words.subList(1, words.size()));
      case "env" -> {
        String[] parts = words.get(1).split("=", 2);
        environment.put(parts[0], parts[1]);
      }
      case "type" -> typed = words.get(1) + "\n";
      case "edit" -> {
        Path file = folder.resolve(words.get(1));
        Files.writeString(file, Files.readString(file).replace(words.get(2), words.get(3)));
      }
      case "mode" ->
          Files.setPosixFilePermissions(
              folder.resolve(words.get(1)), PosixFilePermissions.fromString(words.get(2)));
      case "show" -> shown.append(Files.readString(folder.resolve(words.get(1)))).append('\n');
      case "remove" -> SpecialFiles.remove(folder.resolve(words.get(1)));
      case String other -> throw new IllegalArgumentException("no such line: " + other);
    }
  }

  private void dvl(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            folder,
            folder,
            new Terminal.People(!typed.isEmpty(), false, false),
            100);
    Exit exit = Dvl.run(words.toArray(String[]::new), terminal);
    terminal.flush();
    typed = "";
    shown.append(out.toString(StandardCharsets.UTF_8));
    err.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> shown.append("! ").append(line).append('\n'));
    shown.append("= ").append(exit.code()).append("\n\n");
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }
}

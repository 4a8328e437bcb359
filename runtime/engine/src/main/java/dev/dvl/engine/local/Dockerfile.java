package dev.dvl.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a Dockerfile as must be understood before it is sent: what only BuildKit can do, also
 * where the classic builder makes something else of it without a word.
 */
public final class Dockerfile {
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z]+)\\s*=\\s*(\\S+)\\s*");
  private static final Pattern PLAIN_SYNTAX =
      Pattern.compile("(docker\\.io/)?docker/dockerfile:1(\\.[0-9]+)*");
  private static final Pattern HEREDOC = Pattern.compile("<<-?[\"']?[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern RUN_FLAG = Pattern.compile("\\s--(mount|network|security)\\b");
  private static final Pattern COPY_FLAG =
      Pattern.compile("\\s--(chmod|link|parents|exclude|checksum|keep-git-dir|unpack)\\b");

  /** The arguments that BuildKit gives a value by itself. */
  private static final Pattern OF_PLATFORMS =
      Pattern.compile("(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

  private final List<Instruction> instructions;
  private final Optional<Feature> syntax;

  private record Instruction(int line, String word, String rest) {}

  /**
   * Something that the classic builder does not know.
   *
   * @param line from 1
   */
  public record Feature(int line, String what) {}

  private Dockerfile(List<Instruction> instructions, Optional<Feature> syntax) {
    this.instructions = instructions;
    this.syntax = syntax;
  }

  public static Dockerfile parse(String text) {
    List<String> lines = text.lines().toList();
    char escape = '\\';
    Optional<Feature> syntax = Optional.empty();
    int at = 0;
    for (; at < lines.size(); at++) {
      Matcher directive = DIRECTIVE.matcher(lines.get(at));
      if (!directive.matches()) {
        break;
      }
      String name = directive.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("escape")) {
        escape = directive.group(2).charAt(0);
      } else if (name.equals("syntax") && !PLAIN_SYNTAX.matcher(directive.group(2)).matches()) {
        syntax = Optional.of(new Feature(at + 1, "the syntax " + directive.group(2)));
      }
    }
    return new Dockerfile(instructions(lines, at, escape), syntax);
  }

  /**
   * The first thing that needs BuildKit.
   *
   * @param given which arguments the build is given
   */
  public Optional<Feature> needsBuildKit(Predicate<String> given) {
    return syntax.or(
        () ->
            instructions.stream()
                .flatMap(it -> feature(it).or(() -> ofPlatforms(it, given)).stream())
                .findFirst());
  }

  /** The images that stages start from, as they are written. */
  public List<String> bases() {
    return instructions.stream()
        .filter(it -> it.word().equals("FROM"))
        .map(it -> it.rest().replaceAll("--\\S+\\s+", "").strip().split("\\s+", 2)[0])
        .toList();
  }

  private static Optional<Feature> feature(Instruction instruction) {
    String words = " " + instruction.rest();
    return switch (instruction.word()) {
      case "RUN" -> flag(RUN_FLAG, instruction, words).or(() -> heredoc(instruction, words));
      case "COPY", "ADD" ->
          flag(COPY_FLAG, instruction, words).or(() -> heredoc(instruction, words));
      default -> Optional.empty();
    };
  }

  /**
   * The classic builder leaves such an argument empty that has no value, and knows in {@code FROM}
   * only arguments that stand above it.
   */
  private Optional<Feature> ofPlatforms(Instruction instruction, Predicate<String> given) {
    return switch (instruction.word()) {
      case "ARG" ->
          argument(instruction)
              .filter(name -> isOfPlatforms(name) && !given.test(name))
              .map(name -> new Feature(instruction.line(), "ARG " + name + " without a value"));
      case "FROM" ->
          VARIABLE
              .matcher(instruction.rest())
              .results()
              .map(variable -> variable.group(1))
              .filter(name -> isOfPlatforms(name) && !isDeclaredAbove(instruction, name))
              .findFirst()
              .map(name -> new Feature(instruction.line(), "$" + name + " in FROM"));
      default -> Optional.empty();
    };
  }

  /** The name of an argument that has no default. */
  private static Optional<String> argument(Instruction instruction) {
    return Optional.of(instruction.rest()).filter(rest -> !rest.contains("="));
  }

  private static boolean isOfPlatforms(String name) {
    return OF_PLATFORMS.matcher(name).matches();
  }

  private boolean isDeclaredAbove(Instruction from, String name) {
    return instructions.stream()
        .takeWhile(it -> !it.equals(from))
        .filter(it -> it.word().equals("ARG"))
        .anyMatch(it -> it.rest().split("=", 2)[0].equals(name));
  }

  private static Optional<Feature> flag(Pattern flags, Instruction instruction, String words) {
    Matcher flag = flags.matcher(words);
    return flag.find() && onlyFlagsBefore(words, flag.start())
        ? Optional.of(new Feature(instruction.line(), instruction.word() + " --" + flag.group(1)))
        : Optional.empty();
  }

  /** Flags stand before everything else; a shell command may have its own. */
  private static boolean onlyFlagsBefore(String words, int end) {
    String before = words.substring(0, end).strip();
    return before.isEmpty()
        || List.of(before.split("\\s+")).stream().allMatch(word -> word.startsWith("--"));
  }

  private static Optional<Feature> heredoc(Instruction instruction, String words) {
    return HEREDOC.matcher(words).find() && !words.contains("<<<")
        ? Optional.of(new Feature(instruction.line(), "a here-document in " + instruction.word()))
        : Optional.empty();
  }

  private static List<Instruction> instructions(List<String> lines, int from, char escape) {
    List<Instruction> found = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int start = from;
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      if (open.isEmpty()) {
        start = i;
      }
      boolean goesOn = line.charAt(line.length() - 1) == escape;
      open.append(goesOn ? line.substring(0, line.length() - 1) : line);
      if (goesOn) {
        open.append(' ');
      } else {
        found.add(instruction(start + 1, open.toString()));
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      found.add(instruction(start + 1, open.toString()));
    }
    return found;
  }

  private static Instruction instruction(int line, String text) {
    String[] parts = text.strip().split("\\s+", 2);
    return new Instruction(
        line, parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
  }
}

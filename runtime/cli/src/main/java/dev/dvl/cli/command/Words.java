package dev.dvl.cli.command;

import dev.dvl.cli.command.Spec.Option;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words behind a command, sorted into options and operands: {@code --name value}, {@code
 * --name=value}; what stands behind {@code --} is no option, and {@code -} alone is none either.
 */
final class Words {
  private final Spec spec;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final List<String> behind = new ArrayList<>();

  private Words(Spec spec) {
    this.spec = spec;
  }

  /** Says what is wrong with the words. */
  static final class Wrong extends Exception {
    private final transient Optional<String> unknown;

    Wrong(String message, Optional<String> unknown) {
      super(message);
      this.unknown = unknown;
    }

    /** The name of an option that the command does not have. */
    Optional<String> unknown() {
      return unknown;
    }
  }

  static Words read(Spec spec, String command, List<String> words) throws Wrong {
    Words read = new Words(spec);
    Iterator<String> rest = words.iterator();
    boolean only = false;
    while (rest.hasNext()) {
      String word = rest.next();
      if (!only && word.equals("--")) {
        only = true;
      } else if (only && spec.behind().isPresent()) {
        read.behind.add(word);
      } else if (!only && word.startsWith("-") && word.length() > 1) {
        read.option(command, word, rest);
      } else {
        read.operand(command, word);
      }
    }
    return read;
  }

  /** Whether the command has such an option, given or not. */
  boolean takes(String option) {
    return spec.option(option).isPresent();
  }

  /** What stands behind {@code --} where a command hands that on. */
  List<String> behind() {
    return behind;
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** The values of an option, in their order. */
  List<String> all(String option) {
    return values.getOrDefault(option, List.of());
  }

  Optional<String> operand(int index) {
    return index < operands.size() ? Optional.of(operands.get(index)) : Optional.empty();
  }

  List<String> operands() {
    return operands;
  }

  private void operand(String command, String word) throws Wrong {
    boolean many = spec.operands().stream().anyMatch(Spec.Operand::many);
    if (operands.size() == spec.operands().size() && !many) {
      throw wrong("`dvl " + command + "` takes nothing more: `" + word + "` is too much.");
    }
    operands.add(word);
  }

  private void option(String command, String word, Iterator<String> rest) throws Wrong {
    if (isJoined(word)) {
      for (char letter : word.substring(1).toCharArray()) {
        single(command, "-" + letter, rest);
      }
    } else {
      single(command, word, rest);
    }
  }

  /** Several letters that are flags behind one dash: {@code -it}. */
  private boolean isJoined(String word) {
    return word.matches("-[a-zA-Z]{2,}")
        && word.substring(1)
            .chars()
            .mapToObj(letter -> "-" + (char) letter)
            .allMatch(it -> spec.option(it).filter(option -> !option.takesValue()).isPresent());
  }

  private void single(String command, String word, Iterator<String> rest) throws Wrong {
    int sign = word.indexOf('=');
    String name = sign < 0 ? word : word.substring(0, sign);
    Optional<Option> found = spec.option(name);
    if (found.isEmpty()) {
      throw new Wrong("`dvl " + command + "` has no option `" + word + "`.", Optional.of(name));
    }
    Option option = found.get();
    if (has(option.name()) && !option.many()) {
      throw wrong("`" + option.name() + "` is given twice, and can have one value.");
    }
    List<String> given = values.computeIfAbsent(option.name(), key -> new ArrayList<>());
    if (option.takesValue()) {
      given.add(sign < 0 ? next(option, rest) : word.substring(sign + 1));
    } else if (sign >= 0) {
      throw wrong("`" + option.name() + "` takes no value.");
    }
  }

  /** The value behind an option: not another option, because then it was forgotten. */
  private String next(Option option, Iterator<String> rest) throws Wrong {
    String word = rest.hasNext() ? rest.next() : "--";
    if (word.equals("--") || spec.option(word).isPresent()) {
      throw wrong("`" + option.name() + "` needs a value behind it.");
    }
    return word;
  }

  private static Wrong wrong(String message) {
    return new Wrong(message, Optional.empty());
  }
}

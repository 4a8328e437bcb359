package dev.dvl.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command takes behind its name: options, and operands in their order. */
final class Spec {
  private final List<Option> options = new ArrayList<>();
  private final Map<String, Option> byName = new LinkedHashMap<>();
  private final List<Operand> operands = new ArrayList<>();
  private Optional<Operand> behind = Optional.empty();

  /**
   * An option.
   *
   * @param names the short one first
   * @param label what the help calls its value; empty where it takes none
   * @param many whether it may be given again
   */
  record Option(List<String> names, String label, boolean many, String text) {
    Option {
      names = List.copyOf(names);
    }

    String name() {
      return names.getLast();
    }

    boolean takesValue() {
      return !label.isEmpty();
    }
  }

  /**
   * A word that is no option.
   *
   * @param many whether any number of them may follow one another; only the last one may
   */
  record Operand(String label, String text, boolean many) {}

  /** What may stand behind {@code --}, which dvl hands on as it is. */
  void behind(Operand rest) {
    behind = Optional.of(rest);
  }

  Optional<Operand> behind() {
    return behind;
  }

  void add(Option option) {
    options.add(option);
    option.names().forEach(name -> byName.put(name, option));
  }

  void add(Operand operand) {
    operands.add(operand);
  }

  List<Option> options() {
    return options;
  }

  List<Operand> operands() {
    return operands;
  }

  Map<String, Option> byName() {
    return byName;
  }

  Optional<Option> option(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}

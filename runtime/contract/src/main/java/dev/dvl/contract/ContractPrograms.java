package dev.dvl.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The programs of a contract, all made of one text: a platform says only what differs.
 *
 * @param program what the others are made of
 * @param updates texts of which a change is made in place, and what stands there afterwards
 * @param replacements texts of which a change replaces an object
 * @param moves addresses of old, and what they become
 * @param adoptions addresses, and the names of strangers that are adopted for them
 * @param forgotten the address of the last resource of the program, which no other needs
 * @param reclaimed the name under which that one is adopted again, where a line is needed
 */
public record ContractPrograms(
    String program,
    Map<String, String> updates,
    Map<String, String> replacements,
    Map<String, String> moves,
    Map<String, String> adoptions,
    String forgotten,
    Optional<String> reclaimed) {
  private static final Pattern TEXT_OR_WORD =
      Pattern.compile("\"[^\"\n]*\"|[A-Za-z_][A-Za-z0-9_]*");

  public static ContractPrograms of(String program) {
    return new ContractPrograms(
        program, Map.of(), Map.of(), Map.of(), Map.of(), "", Optional.empty());
  }

  public ContractPrograms updating(String text, String then) {
    return new ContractPrograms(
        program, with(updates, text, then), replacements, moves, adoptions, forgotten, reclaimed);
  }

  public ContractPrograms replacing(String text, String then) {
    return new ContractPrograms(
        program, updates, with(replacements, text, then), moves, adoptions, forgotten, reclaimed);
  }

  public ContractPrograms moving(String from, String to) {
    return new ContractPrograms(
        program, updates, replacements, with(moves, from, to), adoptions, forgotten, reclaimed);
  }

  public ContractPrograms adopting(String address, String name) {
    return new ContractPrograms(
        program,
        updates,
        replacements,
        moves,
        with(adoptions, address, name),
        forgotten,
        reclaimed);
  }

  /** The last resource goes, and comes back by itself. */
  public ContractPrograms forgetting(String address) {
    return new ContractPrograms(
        program, updates, replacements, moves, adoptions, address, Optional.empty());
  }

  /** The last resource goes, and is taken back by its name. */
  public ContractPrograms forgetting(String address, String name) {
    return new ContractPrograms(
        program, updates, replacements, moves, adoptions, address, Optional.of(name));
  }

  String updated() {
    return edited(updates);
  }

  String replaced() {
    return edited(replacements);
  }

  String moved() {
    return moved(program);
  }

  String movedAndReplaced() {
    return moved(replaced());
  }

  String adopting() {
    return program + lines(adoptions, "adopt %s = \"%s\"\n");
  }

  String forgettingOne() {
    Matcher declared =
        Pattern.compile("^\\w+ " + forgotten + "\\b", Pattern.MULTILINE).matcher(program);
    if (!declared.find()) {
      throw new IllegalArgumentException("the program has no `" + forgotten + "`");
    }
    return program.substring(0, declared.start()) + "forget " + forgotten + "\n";
  }

  String reclaiming() {
    return program
        + reclaimed.map(name -> "adopt " + forgotten + " = \"" + name + "\"\n").orElse("");
  }

  /** A text that does not stand in the program would make two programs the same. */
  private String edited(Map<String, String> edits) {
    String edited = program;
    for (Map.Entry<String, String> edit : edits.entrySet()) {
      if (!edited.contains(edit.getKey())) {
        throw new IllegalArgumentException("the program has no `" + edit.getKey() + "`");
      }
      edited = edited.replace(edit.getKey(), edit.getValue());
    }
    return edited;
  }

  /** Words are addresses where they stand outside of texts. */
  private String moved(String text) {
    String renamed =
        TEXT_OR_WORD
            .matcher(text)
            .replaceAll(
                word -> Matcher.quoteReplacement(moves.getOrDefault(word.group(), word.group())));
    return renamed + lines(moves, "moved %s -> %s\n");
  }

  private static String lines(Map<String, String> of, String form) {
    return of.entrySet().stream()
        .map(it -> form.formatted(it.getKey(), it.getValue()))
        .collect(Collectors.joining());
  }

  private static Map<String, String> with(Map<String, String> some, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(some);
    more.put(key, value);
    return more;
  }
}

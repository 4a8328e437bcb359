package dev.dvl.vsphere.catalog;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.session.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * A name leads to nothing, or to several things. The message is one sentence.
 *
 * @see InventoryNames
 */
public final class NameProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final transient List<String> notes;

  public NameProblem(Code code, String message, List<String> notes) {
    super(message);
    this.code = code;
    this.notes = List.copyOf(notes);
  }

  /** Nothing has that name; tells similar ones, or which there are. */
  public static NameProblem missing(String what, String name, List<String> all) {
    List<String> names = all.stream().distinct().toList();
    return new NameProblem(
        Codes.NOT_FOUND,
        "There is no " + what + " `" + name + "`.",
        Spelling.note(article(what), name, names)
            .map(List::of)
            .orElseGet(
                () -> names.isEmpty() ? List.of() : List.of("There are " + listed(names) + ".")));
  }

  /**
   * Several things have that name.
   *
   * @param which full sentences that tell them apart
   */
  public static NameProblem several(String what, String name, List<String> which) {
    return new NameProblem(
        Codes.AMBIGUOUS, "There are %d of the %s `%s`.".formatted(which.size(), what, name), which);
  }

  /** Something has the name, and the server does not tell this user what it leads to. */
  static NameProblem untold(String what, Entry place) {
    return new NameProblem(
        Codes.PERMISSION,
        "The server does not tell " + what + " of `" + place.name() + "`.",
        place.found().missing().values().stream().limit(1).map(Fault::toString).toList());
  }

  /** The same with one more full sentence. */
  NameProblem with(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new NameProblem(code, String.valueOf(getMessage()), more);
  }

  /** Some of the names, in their order. */
  static String listed(List<String> all) {
    List<String> names = all.stream().map(it -> "`" + it + "`").distinct().sorted().toList();
    String first = String.join(", ", names.subList(0, Math.min(names.size(), 8)));
    return names.size() > 8 ? first + " and " + (names.size() - 8) + " more" : first;
  }

  private static String article(String what) {
    return ("AEIOU".indexOf(what.charAt(0)) >= 0 ? "an " : "a ") + what;
  }

  public Code code() {
    return code;
  }

  /** Full sentences that help: similar names. */
  public List<String> notes() {
    return notes;
  }
}

package dev.dvl.vsphere.table;

import dev.dvl.vsphere.lab.Stranger;
import java.util.Set;
import java.util.TreeSet;

/**
 * One attribute and how it is tried.
 *
 * @param kind the kind it belongs to
 * @param path the attribute, with its block before it: {@code teaming.policy}
 * @param name what the resource of this row is called, in the program and on the server
 * @param base what the resource always says
 * @param line what sets the attribute, in place of nothing
 * @param outside how it is changed behind dvl's back; nothing where the row has a quirk
 * @param seen the paths that the plan then shows
 * @param gone the paths that the plan shows once the line is gone
 * @param quirk where {@code testing/README.md} says what the simulator does instead, where it does
 *     not do what a server does
 */
record Row(
    String kind,
    String path,
    String name,
    String base,
    String line,
    Outside outside,
    Set<String> seen,
    Set<String> gone,
    String quirk) {

  /** Changes the object of a row behind dvl's back. */
  @FunctionalInterface
  interface Outside {
    Outside NONE = (stranger, name) -> {};

    void change(Stranger stranger, String name) throws Exception;
  }

  static Row of(String kind, String path, String line, Outside outside) {
    String name = (kind + "_" + path).replace('.', '_');
    Set<String> shown = Set.of(path);
    return new Row(kind, path, name, "name = \"" + name + "\"", line, outside, shown, shown, "");
  }

  String key() {
    return kind + "." + path;
  }

  String text() {
    return declaration(line);
  }

  /** The resource without the line. */
  String bare() {
    return declaration("");
  }

  /** The resource in a change that relies on all of it. */
  String anew() {
    return declaration(line + "\nreplace_when = [1]");
  }

  private String declaration(String what) {
    return kind + " " + name + " on lab {\n" + base + "\n" + what + "\n}\n";
  }

  /** Adds to what the resource always says. */
  Row with(String text) {
    return new Row(kind, path, name, base + "\n" + text, line, outside, seen, gone, quirk);
  }

  /** Says all that the resource always says. */
  Row base(String text) {
    return new Row(kind, path, name, text, line, outside, seen, gone, quirk);
  }

  Row seen(String... paths) {
    return new Row(
        kind, path, name, base, line, outside, new TreeSet<>(Set.of(paths)), gone, quirk);
  }

  Row gone(String... paths) {
    return new Row(
        kind, path, name, base, line, outside, seen, new TreeSet<>(Set.of(paths)), quirk);
  }

  /** Nothing is shown once the line is gone. */
  Row stays() {
    return gone(new String[0]);
  }

  /**
   * The simulator cannot change it, or not even make it where the row says no line.
   *
   * @param what the entry of {@code testing/README.md} that says why
   */
  Row quirk(String what) {
    return new Row(kind, path, name, base, line, outside, seen, gone, what);
  }

  boolean isChanged() {
    return !outside.equals(Outside.NONE);
  }
}

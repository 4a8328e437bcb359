package dev.dvl.docker.table;

import java.util.List;
import java.util.Set;

/**
 * One attribute and how it is tried.
 *
 * @param kind the kind it belongs to
 * @param path the attribute, with its block before it: {@code health.interval}
 * @param name what the resource of this row is called; rows of one attribute differ in it
 * @param base what the resource always says
 * @param line what sets the attribute
 * @param without what stands in its place where it is not set
 * @param changed another line that sets it, where the program is changed in place of the world
 * @param outside how it is changed behind dvl's back
 * @param seen the paths that the plan then shows
 * @param gone the paths that the plan shows once the line is gone
 */
record Row(
    String kind,
    String path,
    String name,
    Form form,
    String base,
    String line,
    String without,
    String changed,
    Outside outside,
    Set<String> seen,
    Set<String> gone) {

  /** In which way an attribute can be tried on the test engine. */
  enum Form {
    /** Changed by the engine's own call. */
    LIVE,
    /** A look-alike with the same birth record and another value is put in its place. */
    REBUILT,
    /** The engine does not show it: outside changes are not seen, those of the program are. */
    WRITE_ONLY,
    /** Known to dvl alone. */
    DVL_ONLY,
    /** The engine of the tests cannot run it; it is only made. */
    UNSUPPORTED_HERE
  }

  /** Changes the object of a row behind dvl's back. */
  @FunctionalInterface
  interface Outside {
    Outside NONE = (engine, object) -> {};

    void change(Engine engine, LiveObject object) throws Exception;
  }

  /** The object of a row on the engine: its id, and its name. */
  record LiveObject(String id, String name) {}

  String key() {
    return kind + "." + path;
  }

  String text() {
    return declaration(line);
  }

  /** The resource without the line. */
  String bare() {
    return declaration(without);
  }

  /** The resource in a change that relies on all of it. */
  String anew() {
    return declaration(line + "\nreplace_when = [1]");
  }

  String alternative() {
    return declaration(changed.isEmpty() ? line : changed);
  }

  private String declaration(String what) {
    return kind + " " + name + " {\n" + base + "\n" + what + "\n}\n";
  }

  Row base(String text) {
    return new Row(kind, path, name, form, text, line, without, changed, outside, seen, gone);
  }

  /** Adds to what the resource always says. */
  Row with(String text) {
    return base(base + "\n" + text);
  }

  Row named(String suffix) {
    return new Row(
        kind, path, name + "_" + suffix, form, base, line, without, changed, outside, seen, gone);
  }

  Row seen(String... paths) {
    return new Row(
        kind, path, name, form, base, line, without, changed, outside, sorted(paths), gone);
  }

  Row gone(String... paths) {
    return new Row(
        kind, path, name, form, base, line, without, changed, outside, seen, sorted(paths));
  }

  /** Nothing is shown once the line is gone. */
  Row stays() {
    return gone(new String[0]);
  }

  /** The same paths for both. */
  Row shows(String... paths) {
    return seen(paths).gone(paths);
  }

  Row without(String text) {
    return new Row(kind, path, name, form, base, line, text, changed, outside, seen, gone);
  }

  private static Set<String> sorted(String... paths) {
    return new java.util.TreeSet<>(List.of(paths));
  }
}

package dev.dvl.vsphere.machine.table;

import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.Set;
import java.util.TreeSet;

/**
 * One attribute on one resource of its own.
 *
 * @param path the attribute: {@code disk.size}
 * @param name the resource
 * @param base what the resource has besides
 * @param line what sets the attribute; empty where it is not tried
 * @param changed another line for what the platform does not show; empty elsewhere
 * @param outside changes it behind dvl's back
 * @param seen the paths that the plan shows then
 * @param gone the paths that it shows when the line is taken out
 * @param exempt why it is not tried; after {@code simulator:} an entry of {@code testing/README.md}
 */
record Row(
    String kind,
    String path,
    String name,
    String base,
    String line,
    String changed,
    Outside outside,
    Set<String> seen,
    Set<String> gone,
    String exempt) {

  /** Somebody else's hands. */
  interface Outside {
    Outside NONE = (session, machine) -> {};

    void change(VSphereSession session, Machine machine) throws Exception;
  }

  static Row of(String kind, String path, String line) {
    Set<String> shown = Set.of(path);
    return new Row(
        kind,
        path,
        kind.charAt(0) + "_" + path.replace('.', '_'),
        kind.equals("vm") ? "guest_id = \"otherGuest\"\npower = \"off\"" : "",
        line,
        "",
        Outside.NONE,
        shown,
        shown,
        "");
  }

  /** Not tried, and why. */
  static Row exempt(String kind, String path, String why) {
    return new Row(kind, path, path, "", "", "", Outside.NONE, Set.of(), Set.of(), why);
  }

  Row base(String other) {
    return new Row(kind, path, name, other, line, changed, outside, seen, gone, exempt);
  }

  Row by(Outside hands) {
    return new Row(kind, path, name, base, line, changed, hands, seen, gone, exempt);
  }

  /** The platform does not show it: the program is changed in place of the world. */
  Row becomes(String other) {
    return new Row(kind, path, name, base, line, other, outside, seen, gone, exempt);
  }

  /** Nobody compares it. */
  Row silent() {
    return seen(new String[0]).stays();
  }

  Row seen(String... paths) {
    return new Row(kind, path, name, base, line, changed, outside, sorted(paths), gone, exempt);
  }

  Row gone(String... paths) {
    return new Row(kind, path, name, base, line, changed, outside, seen, sorted(paths), exempt);
  }

  /** Nothing is shown once the line is gone. */
  Row stays() {
    return gone(new String[0]);
  }

  String key() {
    return kind + "." + path;
  }

  boolean isTried() {
    return exempt.isEmpty();
  }

  String text() {
    return text(line);
  }

  String alternative() {
    return text(changed.isEmpty() ? line : changed);
  }

  /** Without the line, but where nothing would be left. */
  String bare() {
    return text(base.isEmpty() ? line : "");
  }

  /** The resource in a change that relies on all of it. */
  String anew() {
    return text(line + "\nreplace_when = [1]");
  }

  private String text(String inside) {
    return "%s %s {\n%s\n%s\n}\n".formatted(kind, name, base, inside);
  }

  private static Set<String> sorted(String... paths) {
    return new TreeSet<>(Set.of(paths));
  }
}

package dev.dvl.vsphere.catalog;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.Optional;

/**
 * An object of the inventory.
 *
 * @param name as people see it: vSphere's escapes {@code %2f}, {@code %5c} and {@code %25} are
 *     taken back
 */
public record Entry(Ref ref, String name, Optional<Ref> parent, Found found) {

  static Entry of(Found found) {
    return new Entry(
        found.ref(),
        plain(found.text("name").orElse("")),
        found.get("parent").flatMap(Tree::ref),
        found);
  }

  public Optional<Tree> get(String path) {
    return found.get(path);
  }

  public String text(String path) {
    return found.text(path).orElse("");
  }

  private static String plain(String name) {
    return name.replaceAll("(?i)%2f", "/").replaceAll("(?i)%5c", "\\\\").replace("%25", "%");
  }
}

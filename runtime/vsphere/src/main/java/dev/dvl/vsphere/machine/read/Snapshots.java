package dev.dvl.vsphere.machine.read;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.List;

/** The snapshots of a machine, each before its children. */
public final class Snapshots {
  private Snapshots() {}

  /** A snapshot with its texts. */
  public record Snapshot(Ref ref, String name, String description) {}

  public static List<Snapshot> of(Machine machine) {
    List<Snapshot> found = new ArrayList<>();
    machine
        .get("snapshot")
        .ifPresent(it -> it.all("rootSnapshotList").forEach(root -> add(root, found)));
    return found;
  }

  private static void add(Tree tree, List<Snapshot> found) {
    tree.ref("snapshot")
        .ifPresent(
            ref ->
                found.add(
                    new Snapshot(
                        ref, tree.text("name").orElse(""), tree.text("description").orElse(""))));
    tree.all("childSnapshotList").forEach(child -> add(child, found));
  }
}

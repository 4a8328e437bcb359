package dev.dvl.vsphere.machine.read;

import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.stamp.MakingName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a machine may have whose configuration cannot be read. Where its files are lost a
 * vCenter shows the path of its {@code .vmx} file in place of its name, and that file lies under
 * the name that the machine was made with.
 */
record DarkNames(Machine machine) {
  /** What tells them. */
  static final Selection SELECTION =
      new Selection(
          Machine.TYPE,
          List.of(
              "name",
              Reach.STATE,
              "config.instanceUuid",
              "config.files",
              "summary.config.vmPathName"));

  private static final String FILE = ".vmx";

  /**
   * Those of {@code claimed} that the machine may have.
   *
   * @param shown its name as it is seen now
   */
  Set<String> among(Set<String> claimed, String shown) {
    Set<String> parts = new TreeSet<>(Set.of(shown));
    parts(shown, parts);
    path().ifPresent(path -> parts(path, parts));
    Set<String> names = new TreeSet<>();
    for (String name : claimed) {
      if (parts.stream().anyMatch(part -> isOf(name, part))) {
        names.add(name);
      }
    }
    return names;
  }

  private Optional<String> path() {
    return machine
        .text("summary.config.vmPathName")
        .or(() -> machine.text("config.files.vmPathName"));
  }

  /** The file without its ending, and the folder that it lies in. */
  private static void parts(String path, Set<String> parts) {
    if (path.endsWith(FILE)) {
      String[] steps = path.substring(path.indexOf(']') + 1).strip().split("/", -1);
      String file = steps[steps.length - 1];
      parts.add(file.substring(0, file.length() - FILE.length()));
      if (steps.length > 1) {
        parts.add(steps[steps.length - 2]);
      }
    }
  }

  /** Files of a machine that dvl made bear the name that it had while it was being made. */
  private static boolean isOf(String name, String part) {
    return part.equals(name)
        || MakingName.parse(part)
            .filter(it -> new MakingName(name, it.stack(), it.op()).text().equals(part))
            .isPresent();
  }
}

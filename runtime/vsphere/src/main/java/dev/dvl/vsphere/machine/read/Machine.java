package dev.dvl.vsphere.machine.read;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine or template with all that dvl looks at. */
public record Machine(Found found) {
  public static final String TYPE = "VirtualMachine";

  /** All that is compared and judged, of machines that matter. */
  public static final Selection WANTED =
      new Selection(
          TYPE,
          List.of(
              "name",
              "parent",
              "resourcePool",
              "snapshot",
              "customValue",
              "availableField",
              "runtime.host",
              "runtime.powerState",
              Reach.STATE,
              "guest.net",
              "guest.hostName",
              "guest.toolsRunningStatus",
              "guest.toolsStatus",
              "config.template",
              "config.instanceUuid",
              "config.guestId",
              "config.version",
              "config.changeVersion",
              "config.annotation",
              "config.firmware",
              "config.files",
              "config.flags",
              "config.hardware",
              "config.cpuHotAddEnabled",
              "config.cpuHotRemoveEnabled",
              "config.memoryHotAddEnabled",
              "config.cpuAllocation",
              "config.memoryAllocation",
              "config.latencySensitivity",
              "config.nestedHVEnabled",
              "config.bootOptions",
              "config.vAppConfig",
              "config.extraConfig"));

  /** The machines that are still there, in one call but for pages. */
  public static List<Machine> read(VSphereSession session, Collection<Ref> refs)
      throws VSphereException {
    return session.inventory().read(refs, WANTED).stream().map(Machine::new).toList();
  }

  public Ref ref() {
    return found.ref();
  }

  public String instanceUuid() {
    return text("config.instanceUuid").orElse("");
  }

  public boolean isTemplate() {
    return bool("config.template");
  }

  /** {@code on}, {@code off} or {@code suspended}. */
  public String power() {
    return switch (text("runtime.powerState").orElse("")) {
      case "poweredOn" -> "on";
      case "suspended" -> "suspended";
      case String off -> "off";
    };
  }

  public boolean isOn() {
    return power().equals("on");
  }

  public boolean toolsRun() {
    return text("guest.toolsRunningStatus").filter("guestToolsRunning"::equals).isPresent();
  }

  /** Whether the guest has tools at all, running or not. */
  public boolean hasTools() {
    return text("guest.toolsStatus").filter(it -> !it.equals("toolsNotInstalled")).isPresent();
  }

  public boolean hasSnapshots() {
    return get("snapshot.currentSnapshot").isPresent();
  }

  /** The extra configuration. */
  public Map<String, String> extra() {
    return Extra.of(get("config.extraConfig"));
  }

  public List<Tree> devices() {
    return get("config.hardware").map(it -> it.all("device")).orElse(List.of());
  }

  /** The datastore that its own files lie on. */
  public Optional<String> homeDatastore() {
    return text("config.files.vmPathName").map(Machine::datastoreOf);
  }

  /** The datastore in {@code [datastore] path}. */
  public static String datastoreOf(String path) {
    int end = path.indexOf(']');
    return path.startsWith("[") && end > 0 ? path.substring(1, end) : "";
  }

  /** Its custom attributes by their names; those that are empty are not there. */
  public Map<String, String> fields() {
    Map<String, String> names = new TreeMap<>();
    for (Tree field : get("availableField").map(Tree::children).orElse(List.of())) {
      names.put(field.text("key").orElse(""), field.text("name").orElse(""));
    }
    Map<String, String> fields = new TreeMap<>();
    for (Tree value : get("customValue").map(Tree::children).orElse(List.of())) {
      String name = names.getOrDefault(value.text("key").orElse(""), "");
      String text = value.text("value").orElse("");
      if (!name.isEmpty() && !text.isEmpty()) {
        fields.put(name, text);
      }
    }
    return fields;
  }

  /** What stands at a path, which may lead on into a property that was read as a whole. */
  public Optional<Tree> get(String path) {
    Optional<Tree> whole = found.get(path);
    int dot = path.lastIndexOf('.');
    if (whole.isPresent() || dot < 0) {
      return whole;
    }
    return get(path.substring(0, dot)).flatMap(it -> it.child(path.substring(dot + 1)));
  }

  public Optional<String> text(String path) {
    return get(path).map(Tree::text).filter(it -> !it.isEmpty());
  }

  public Optional<Long> number(String path) {
    return get(path).flatMap(it -> Tree.of("", "", List.of(it.named("n"))).number("n"));
  }

  public boolean bool(String path) {
    return text(path).filter("true"::equals).isPresent();
  }

  public Optional<Ref> link(String path) {
    return get(path).flatMap(Tree::ref);
  }
}

package dev.dvl.vsphere.machine.write;

import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.machine.plan.Calls;
import dev.dvl.vsphere.tag.Tagging;
import java.util.Map;

/** The calls on machines, by their names in plans. */
public final class MachineCalls {
  private MachineCalls() {}

  public static Map<String, Primitive<?>> all() {
    return Map.ofEntries(
        Map.entry(Calls.CREATE, new Create("vm")),
        Map.entry(Calls.CONFIGURE, new Configure()),
        Map.entry(Calls.CUSTOMIZE, new Customize()),
        Map.entry(Calls.FIELDS, new Extras.Fields()),
        Map.entry(Calls.UPGRADE, new Extras.Upgrade()),
        Map.entry(Calls.COMMIT, new Commit()),
        Map.entry(Calls.MARK, new Marking.Write()),
        Map.entry(Calls.UNMARK, new Marking.Erase()),
        Map.entry(Calls.START, Power.start()),
        Map.entry(Calls.SUSPEND, Power.suspend()),
        Map.entry(Calls.STOP, new Stop()),
        Map.entry(Calls.WAIT, new WaitFor()),
        Map.entry(Calls.RENAME, new Places.Rename()),
        Map.entry(Calls.MOVE, new Places.Move()),
        Map.entry(Calls.RELOCATE, new Places.Relocate()),
        Map.entry(Tagging.call("vm"), new Tagging("vm")),
        Map.entry(Calls.REMOVE, Remove.byId()),
        Map.entry(Calls.DISCARD, Remove.byOp()));
  }
}

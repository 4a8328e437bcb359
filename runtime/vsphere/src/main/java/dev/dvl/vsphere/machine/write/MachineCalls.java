package dev.dvl.vsphere.machine.write;

import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.machine.plan.VmCalls;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.tag.Tagging;
import java.util.Map;

/** The calls on machines, by their names in plans. */
public final class MachineCalls {
  private MachineCalls() {}

  public static Map<String, Primitive<?>> all() {
    return Map.ofEntries(
        Map.entry(VmCalls.CREATE, new Create("vm")),
        Map.entry(VmCalls.CONFIGURE, new Configure()),
        Map.entry(VmCalls.CUSTOMIZE, new Customize()),
        Map.entry(VmCalls.FIELDS, new Extras.Fields()),
        Map.entry(VmCalls.UPGRADE, new Extras.Upgrade()),
        Map.entry(VmCalls.COMMIT, new Commit()),
        Map.entry(VmCalls.MARK, new MarkCalls.Write()),
        Map.entry(VmCalls.UNMARK, new MarkCalls.Erase()),
        Map.entry(VmCalls.START, Power.start()),
        Map.entry(VmCalls.SUSPEND, Power.suspend()),
        Map.entry(VmCalls.STOP, new Stop()),
        Map.entry(VmCalls.ADDRESS, WaitFor.address()),
        Map.entry(VmCalls.WAIT, WaitFor.asItSays()),
        Map.entry(VmCalls.STEADY, new StaySteady()),
        Map.entry(VmCalls.DRAIN, new Drain()),
        Map.entry(VmCalls.WIPE, new WipeKey()),
        Map.entry(VmCalls.RENAME, new PlaceCalls.Rename()),
        Map.entry(VmCalls.MOVE, new PlaceCalls.Move()),
        Map.entry(VmCalls.RELOCATE, new PlaceCalls.Relocate()),
        Map.entry(Tagging.call("vm"), new Tagging("vm", Machine.TYPE)),
        Map.entry(VmCalls.REMOVE, Remove.byId()),
        Map.entry(VmCalls.DISCARD, Remove.byOp()));
  }
}

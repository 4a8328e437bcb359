package dev.dvl.vsphere.marked;

import dev.dvl.compiler.value.Value;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.need.Privilege;
import java.util.Map;

/** What calls on marked objects need. A mark is a custom field. */
record MarkedNeeds(MarkedType type, NeedList needs) {

  void add(PlannedCall call) {
    MarkedType.Rights rights = type.rights();
    switch (call.name().substring(type.kind().length() + 1)) {
      case "create" -> create(call.read(MarkedArguments.Creation.class).want().fields());
      case "update" -> rights.update().ifPresent(it -> needs.on(call.object(), it));
      case "remove" -> needs.on(call.object(), rights.remove());
      case "mark", "unmark" -> needs.on(call.object(), Privilege.SET_CUSTOM_FIELD);
      case String needsNothingKnown -> {}
    }
  }

  private void create(Map<String, Value> want) {
    needs.on(names -> type.place(names, want), type.rights().create());
  }
}

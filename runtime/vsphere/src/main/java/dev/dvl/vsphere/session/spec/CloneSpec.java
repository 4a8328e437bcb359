package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a VM or a template. It is not powered on: that is another call, which can fail by
 * itself.
 *
 * @param template whether the copy is a template
 * @param snapshot what a linked copy starts from
 * @param settings what is different in the copy
 */
public record CloneSpec(
    String name,
    Ref folder,
    Placement placement,
    boolean template,
    Optional<Ref> snapshot,
    List<VmSetting> settings,
    Optional<Customization> customization) {
  public CloneSpec {
    settings = List.copyOf(settings);
  }
}

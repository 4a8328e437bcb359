package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineCloneSpec;

/** Copies of VMs. */
public final class Clones {
  private Clones() {}

  public static VirtualMachineCloneSpec of(CloneSpec spec) {
    return VirtualMachineCloneSpec.builder()
        .location(Placements.of(spec.placement()))
        .template(spec.template())
        .config(spec.settings().isEmpty() ? null : VmConfig.of(spec.settings()))
        .customization(spec.customization().map(Customizations::of).orElse(null))
        .powerOn(false)
        .snapshot(spec.snapshot().orElse(null))
        .build();
  }
}

package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.util.List;

/** A rule about where VMs of a cluster run. */
public sealed interface ClusterRule {
  String name();

  boolean enabled();

  /** Whether a VM does not run at all rather than against the rule. */
  boolean mandatory();

  /** VMs on one host. */
  record Together(String name, boolean enabled, boolean mandatory, List<Ref> vms)
      implements ClusterRule {
    public Together {
      vms = List.copyOf(vms);
    }
  }

  /** VMs on different hosts. */
  record Apart(String name, boolean enabled, boolean mandatory, List<Ref> vms)
      implements ClusterRule {
    public Apart {
      vms = List.copyOf(vms);
    }
  }

  /** VMs of a group on hosts of a group, or not on them. */
  record OnHosts(
      String name, boolean enabled, boolean mandatory, String vms, String hosts, boolean on)
      implements ClusterRule {}

  /** VMs of a group start after those of another. */
  record After(String name, boolean enabled, boolean mandatory, String vms, String first)
      implements ClusterRule {}
}

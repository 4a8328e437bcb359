package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.wire.vim.ResourceAllocationInfo;
import dev.dvl.vsphere.wire.vim.SharesInfo;
import dev.dvl.vsphere.wire.vim.StorageIOAllocationInfo;
import dev.dvl.vsphere.wire.vim.VirtualEthernetCardResourceAllocation;
import org.jspecify.annotations.Nullable;

/** Reservations, limits and shares, of which vim25 has three shapes. */
public final class Allocations {
  private Allocations() {}

  /** Of CPU or memory, on a VM or a pool. */
  public static ResourceAllocationInfo of(Allocation allocation) {
    return ResourceAllocationInfo.builder()
        .reservation(allocation.reservation().orElse(null))
        .limit(allocation.limit().orElse(null))
        .shares(shares(allocation))
        .expandableReservation(allocation.expandable().orElse(null))
        .build();
  }

  /** Of a disk. */
  static StorageIOAllocationInfo ofDisk(Allocation allocation) {
    return StorageIOAllocationInfo.builder()
        .limit(allocation.limit().orElse(null))
        .shares(shares(allocation))
        .reservation(allocation.reservation().map(Math::toIntExact).orElse(null))
        .build();
  }

  /** Of a network card, where shares are required. */
  static VirtualEthernetCardResourceAllocation ofNic(Allocation allocation) {
    return VirtualEthernetCardResourceAllocation.builder()
        .reservation(allocation.reservation().orElse(0L))
        .share(shares(allocation.shares().orElse(Shares.NORMAL)))
        .limit(allocation.limit().orElse(null))
        .build();
  }

  private static @Nullable SharesInfo shares(Allocation allocation) {
    return allocation.shares().map(Allocations::shares).orElse(null);
  }

  private static SharesInfo shares(Shares shares) {
    return SharesInfo.builder().shares(shares.count()).level(shares.level()).build();
  }
}

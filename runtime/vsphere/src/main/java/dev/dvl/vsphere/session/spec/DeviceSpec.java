package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.util.Optional;

/** A virtual device as it is wanted. */
public sealed interface DeviceSpec {
  /** Names it within a request: negative for one that is added. */
  int key();

  /**
   * What disks and drives hang on.
   *
   * @param bus the number of the bus among its kind
   * @param sharing {@code noSharing}, {@code virtualSharing} or {@code physicalSharing}; SCSI alone
   */
  record Controller(int key, ControllerKind kind, int bus, Optional<String> sharing)
      implements DeviceSpec {}

  /** Kinds of controllers. */
  enum ControllerKind {
    PVSCSI,
    LSI_LOGIC,
    LSI_LOGIC_SAS,
    BUS_LOGIC,
    IDE,
    SATA,
    NVME
  }

  /**
   * A disk.
   *
   * @param controller the key of its controller
   * @param file where it is, or is to be: {@code [datastore] path}; empty leaves it to the server
   * @param attach whether the file is there already
   * @param mode such as {@code persistent} or {@code independent_persistent}
   */
  record Disk(
      int key,
      int controller,
      int unit,
      long kilobytes,
      String file,
      Optional<Ref> datastore,
      boolean attach,
      Provisioning provisioning,
      String mode,
      Optional<String> sharing,
      Optional<Boolean> writeThrough,
      Optional<Allocation> iops,
      Optional<String> policy)
      implements DeviceSpec {}

  /** When a disk's blocks are allotted and wiped. */
  enum Provisioning {
    THIN,
    LAZY,
    EAGER
  }

  /**
   * A network card.
   *
   * @param mac empty lets the server choose
   * @param wakeOnLan empty leaves it to the server
   */
  record Nic(
      int key,
      NicKind kind,
      Network network,
      Optional<String> mac,
      boolean connected,
      boolean startConnected,
      Optional<Boolean> wakeOnLan,
      Optional<Allocation> bandwidth)
      implements DeviceSpec {}

  /** Kinds of network cards. */
  enum NicKind {
    VMXNET3,
    VMXNET3_VRDMA,
    VMXNET2,
    VMXNET,
    E1000,
    E1000E,
    PCNET32,
    SRIOV
  }

  /** What a network card is plugged into. */
  sealed interface Network {
    /** A port group of a standard switch; the name counts. */
    record Standard(String name, Optional<Ref> network) implements Network {}

    /** A network of NSX. */
    record Opaque(String id, String type) implements Network {}

    /** A port group of a distributed switch. */
    record Distributed(String switchUuid, String portGroup) implements Network {}
  }

  /** A CD drive; {@code controller} is the key of an IDE or SATA controller. */
  record Cdrom(int key, int controller, int unit, Medium medium, boolean startConnected)
      implements DeviceSpec {}

  /** What is in a CD drive. */
  sealed interface Medium {
    /** An image on a datastore: {@code [datastore] path}. */
    record Iso(String file) implements Medium {}

    /** Whatever a client offers. */
    record Client() implements Medium {}

    /** A drive of the host. */
    record HostDrive(String device) implements Medium {}
  }

  /** A trusted platform module; the VM needs a key provider and EFI. */
  record Tpm(int key) implements DeviceSpec {}

  /** The graphics card, which every VM has. */
  record Video(
      int key, Optional<Integer> displays, Optional<Long> memoryKb, Optional<Boolean> graphics3d)
      implements DeviceSpec {}
}

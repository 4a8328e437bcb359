package dev.dvl.vsphere.session.spec;

import java.util.List;
import java.util.Optional;

/**
 * What holds for the ports of a network. What is empty is inherited from what the network is in.
 *
 * @param blocked whether nothing gets through; only distributed switches have it
 */
public record NetworkPolicy(
    Optional<Vlan> vlan,
    Optional<Boolean> promiscuous,
    Optional<Boolean> macChanges,
    Optional<Boolean> forgedTransmits,
    Optional<Teaming> teaming,
    Optional<Shaping> incoming,
    Optional<Shaping> outgoing,
    Optional<Boolean> blocked) {
  public static final NetworkPolicy INHERITED =
      new NetworkPolicy(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same with another VLAN. */
  public NetworkPolicy on(Vlan other) {
    return new NetworkPolicy(
        Optional.of(other),
        promiscuous,
        macChanges,
        forgedTransmits,
        teaming,
        incoming,
        outgoing,
        blocked);
  }

  /** Which VLANs a port carries. */
  public sealed interface Vlan {}

  /** One VLAN, or none with 0. */
  public record Single(int id) implements Vlan {}

  /** Ranges of VLANs that the guest tells apart. */
  public record Trunk(List<Range> ranges) implements Vlan {
    public Trunk {
      ranges = List.copyOf(ranges);
    }
  }

  public record Range(int first, int last) {}

  /** A private VLAN, by its secondary id. */
  public record Private(int id) implements Vlan {}

  /**
   * How uplinks share the work.
   *
   * @param policy such as {@code loadbalance_srcid}
   * @param beacon whether uplinks are probed; otherwise only their link counts
   */
  public record Teaming(
      Optional<String> policy,
      Optional<Boolean> notifySwitches,
      Optional<Boolean> failback,
      Optional<Boolean> beacon,
      List<String> active,
      List<String> standby) {
    public Teaming {
      active = List.copyOf(active);
      standby = List.copyOf(standby);
    }
  }

  /** A limit: bits per second on average and at the peak, and bytes of a burst. */
  public record Shaping(
      Optional<Boolean> enabled,
      Optional<Long> average,
      Optional<Long> peak,
      Optional<Long> burst) {}
}

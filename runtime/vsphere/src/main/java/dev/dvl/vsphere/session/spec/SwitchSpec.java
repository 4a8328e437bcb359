package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A distributed switch.
 *
 * @param product such as {@code 8.0.0}; empty is the newest; only when it is made
 * @param uplinks the names of uplink ports; empty leaves them
 * @param discovery {@code cdp} or {@code lldp}, with how it takes part
 * @param version the {@code configVersion} that was read, when it is changed
 */
public record SwitchSpec(
    String name,
    Optional<String> description,
    Optional<String> product,
    Optional<Integer> mtu,
    Optional<Discovery> discovery,
    Optional<Contact> contact,
    List<String> uplinks,
    List<Member> members,
    NetworkPolicy policy,
    Optional<String> version) {
  public SwitchSpec {
    uplinks = List.copyOf(uplinks);
    members = List.copyOf(members);
  }

  /** Without saying who answers for it. */
  public SwitchSpec(
      String name,
      Optional<String> description,
      Optional<String> product,
      Optional<Integer> mtu,
      Optional<Discovery> discovery,
      List<String> uplinks,
      List<Member> members,
      NetworkPolicy policy,
      Optional<String> version) {
    this(
        name,
        description,
        product,
        mtu,
        discovery,
        Optional.empty(),
        uplinks,
        members,
        policy,
        version);
  }

  /** Who answers for a switch, and how to reach them. */
  public record Contact(String name, String how) {}

  /** A protocol by which switches tell each other who they are. */
  public record Discovery(String protocol, String operation) {}

  /** What becomes of a host's part in the switch. */
  public enum Change {
    ADD,
    EDIT,
    REMOVE
  }

  /** A host and the network cards that it gives to the switch. */
  public record Member(Change change, Ref host, List<String> cards) {
    public Member {
      cards = List.copyOf(cards);
    }
  }
}

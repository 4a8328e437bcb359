package dev.dvl.vsphere.machine.device;

import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The cards that a machine's address may be of: those that the program has labels for, else all
 * that the machine itself has. A guest has others, such as the bridges of a Docker engine, and may
 * call the address of one of these its own; so what it tells counts by the MAC address alone.
 *
 * @param macs MAC addresses in lower case, by labels, or by the keys of cards that have none
 * @param labelled whether the program has labels for them
 */
public record OwnCards(Map<String, String> macs, boolean labelled) {
  /** What the guest tells of its cards. */
  public static final String NET = "guest.net";

  public OwnCards {
    macs = Collections.unmodifiableMap(new LinkedHashMap<>(macs));
  }

  /**
   * Their addresses, in the guest's order.
   *
   * @param net what stands at {@link #NET}
   */
  public Map<String, List<String>> addresses(Optional<Tree> net) {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    macs.forEach((card, mac) -> addresses.put(card, of(mac, net)));
    return addresses;
  }

  /** The address that counts, as soon as one has it. */
  public Optional<String> address(Addresses wanted, Optional<Tree> net) {
    return (labelled ? wanted : wanted.ofAnyCard()).choose(addresses(net));
  }

  private static List<String> of(String mac, Optional<Tree> net) {
    List<String> found = new ArrayList<>();
    for (Tree card : net.map(Tree::children).orElse(List.of())) {
      if (mac.equals(card.text("macAddress").orElse("").toLowerCase(Locale.ROOT))) {
        card.all("ipAddress").forEach(it -> found.add(it.text()));
      }
    }
    return found;
  }
}

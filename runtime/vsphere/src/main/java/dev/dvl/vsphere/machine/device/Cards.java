package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.value.Link;
import dev.dvl.stdlib.VmNicAdapter;
import dev.dvl.stdlib.VmNicPart;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.NicKind;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Brings network cards to what is wanted: just those. What the origin has is used for the first
 * labels, so that the guest finds its cards where it knows them.
 */
final class Cards {
  /** What no network is called. */
  private static final Link NOWHERE = new Link.Name("");

  private final Hardware hardware;
  private final Labels labels;
  private final Slots slots;
  private final boolean running;
  private final List<VmSetting> changes = new ArrayList<>();

  Cards(Hardware hardware, Labels labels, Slots slots, boolean running) {
    this.hardware = hardware;
    this.labels = labels;
    this.slots = slots;
    this.running = running;
  }

  /** Finds what a card is plugged into. */
  interface Nets {
    DeviceSpec.Network find(Link network) throws VSphereException, NameProblem;
  }

  List<VmSetting> changes(Map<String, VmNicPart> wanted, Nets nets)
      throws VSphereException, NameProblem {
    Deque<Tree> spare = new ArrayDeque<>(wanted.isEmpty() ? List.of() : unlabelled());
    for (String label : labels.cards().keySet()) {
      if (!wanted.containsKey(label)) {
        hardware.card(labels.cards().getOrDefault(label, "")).ifPresent(this::remove);
        changes.add(new VmSetting.Extra(Labels.CARD + label, ""));
      }
    }
    for (Map.Entry<String, VmNicPart> card : wanted.entrySet()) {
      one(card.getKey(), card.getValue(), spare, nets);
    }
    spare.forEach(this::remove);
    return changes;
  }

  private void one(String label, VmNicPart want, Deque<Tree> spare, Nets nets)
      throws VSphereException, NameProblem {
    String key = labels.cards().getOrDefault(label, "");
    Optional<Tree> there = hardware.card(key);
    if (there.isEmpty() && !spare.isEmpty() && isOfKind(spare.getFirst(), want)) {
      there = Optional.of(spare.removeFirst());
    }
    DeviceSpec.Network network = nets.find(want.network().known().orElse(NOWHERE));
    if (there.isPresent() && isOfKind(there.get(), want)) {
      edit(label, there.get(), want, network);
      return;
    }
    there.ifPresent(this::remove);
    changes.add(new VmSetting.Device(new DeviceChange.Add(card(slots.key(), want, network))));
  }

  private void edit(String label, Tree card, VmNicPart want, DeviceSpec.Network network) {
    DeviceSpec.Nic wanted = card(Hardware.key(card), want, network);
    boolean same =
        isPlugged(card, network)
            && wanted
                .mac()
                .map(it -> it.equalsIgnoreCase(card.text("macAddress").orElse("")))
                .orElse(true)
            && wanted.connected() == isConnected(card, running)
            && wanted.wakeOnLan().equals(Optional.of(card.bool("wakeOnLanEnabled").orElse(true)));
    if (!same) {
      changes.add(new VmSetting.Device(new DeviceChange.Edit(card, wanted)));
    }
    String key = card.text("key").orElse("");
    if (!key.equals(labels.cards().get(label))) {
      changes.add(new VmSetting.Extra(Labels.CARD + label, key));
    }
  }

  private void remove(Tree card) {
    changes.add(new VmSetting.Device(new DeviceChange.Remove(card, false)));
  }

  private List<Tree> unlabelled() {
    return hardware.cards().stream()
        .filter(it -> !labels.cards().containsValue(it.text("key").orElse("")))
        .toList();
  }

  private static DeviceSpec.Nic card(int key, VmNicPart want, DeviceSpec.Network network) {
    boolean connected = want.connected().orElse(true);
    boolean wakes = want.wakeOnLan().orElse(true);
    return new DeviceSpec.Nic(
        key,
        kind(want),
        network,
        want.mac().known(),
        connected,
        connected,
        Optional.of(wakes),
        Optional.empty());
  }

  private static boolean isOfKind(Tree card, VmNicPart want) {
    return kind(want) == Hardware.CARDS.get(card.type());
  }

  private static boolean isPlugged(Tree card, DeviceSpec.Network network) {
    return switch (network) {
      case DeviceSpec.Network.Standard(String name, var ignored) ->
          card.text("backing.deviceName").filter(name::equals).isPresent();
      case DeviceSpec.Network.Opaque(String id, String ignored) ->
          card.text("backing.opaqueNetworkId").filter(id::equals).isPresent();
      case DeviceSpec.Network.Distributed(String ignored, String group) ->
          card.text("backing.port.portgroupKey").filter(group::equals).isPresent();
    };
  }

  /** The name under which a card without a label is shown. */
  static String unlabelled(Tree card) {
    return "card-" + card.text("key").orElse("");
  }

  /** Whether it is plugged in; where nothing runs, whether it will be. */
  static boolean isConnected(Tree card, boolean running) {
    String which = running ? "connectable.connected" : "connectable.startConnected";
    return card.bool(which).orElse(true);
  }

  static String adapter(Tree card) {
    NicKind kind = Hardware.CARDS.get(card.type());
    return kind == null ? card.type() : kind.name().toLowerCase(Locale.ROOT);
  }

  private static NicKind kind(VmNicPart want) {
    return NicKind.valueOf(
        want.adapter().orElse(VmNicAdapter.VMXNET3).word().toUpperCase(Locale.ROOT));
  }
}

package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.DistributedSwitchDiscovery;
import dev.dvl.stdlib.DistributedSwitchDiscoveryOperation;
import dev.dvl.stdlib.DistributedSwitchMembersPart;
import dev.dvl.stdlib.DistributedSwitchPart;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.SwitchSpec;
import dev.dvl.vsphere.session.spec.SwitchSpec.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server is told of a distributed switch.
 *
 * @param whole whether what is not said gets its default
 */
record SwitchSpecs(InventoryNames names, DistributedSwitchPart want, boolean whole) {
  private static final long USUAL_MTU = 1500;

  SwitchSpec created(String name) throws NameProblem {
    return spec(name, want.version().known(), members(List.of()), Optional.empty());
  }

  /**
   * @param config the {@code VMwareDVSConfigInfo} that is there
   */
  SwitchSpec changed(String name, Tree config) throws NameProblem {
    return spec(name, Optional.empty(), members(config.all("host")), config.text("configVersion"));
  }

  private SwitchSpec spec(
      String name,
      Optional<String> product,
      List<SwitchSpec.Member> members,
      Optional<String> version) {
    return new SwitchSpec(
        name,
        text(want.description(), ""),
        product,
        want.mtu()
            .known()
            .or(() -> whole ? Optional.of(USUAL_MTU) : Optional.empty())
            .map(Math::toIntExact),
        discovery(),
        contact(),
        Field.elements(want.uplinks()),
        members,
        NetworkPolicy.INHERITED,
        version);
  }

  private Optional<String> text(Field<String> said, String usual) {
    return said.known().or(() -> whole ? Optional.of(usual) : Optional.empty());
  }

  private Optional<SwitchSpec.Discovery> discovery() {
    boolean said = want.discovery().isSet() || want.discoveryOperation().isSet();
    return said || whole
        ? Optional.of(
            new SwitchSpec.Discovery(
                want.discovery().orElse(DistributedSwitchDiscovery.CDP).word(),
                want.discoveryOperation()
                    .orElse(DistributedSwitchDiscoveryOperation.LISTEN)
                    .word()))
        : Optional.empty();
  }

  private Optional<SwitchSpec.Contact> contact() {
    boolean said = want.contactName().isSet() || want.contact().isSet();
    return said || whole
        ? Optional.of(
            new SwitchSpec.Contact(want.contactName().orElse(""), want.contact().orElse("")))
        : Optional.empty();
  }

  private List<SwitchSpec.Member> members(List<Tree> there) throws NameProblem {
    if (!whole && !want.members().isSet()) {
      return List.of();
    }
    Map<Ref, SwitchSpec.Member> changes = new LinkedHashMap<>();
    for (Tree member : there) {
      SwitchValues.host(member)
          .ifPresent(
              host -> changes.put(host, new SwitchSpec.Member(Change.REMOVE, host, List.of())));
    }
    for (DistributedSwitchMembersPart member : Field.elements(want.members())) {
      Ref host = names.anyEsxi(member.esxi().known()).ref();
      Change change = changes.containsKey(host) ? Change.EDIT : Change.ADD;
      changes.put(host, new SwitchSpec.Member(change, host, Field.elements(member.devices())));
    }
    return new ArrayList<>(changes.values());
  }
}

package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
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
record SwitchSpecs(Names names, Wanted want, boolean whole) {
  private static final long USUAL_MTU = 1500;

  SwitchSpec created(String name) throws NameProblem {
    return spec(name, want.text("version"), members(List.of()), Optional.empty());
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
        text("description", ""),
        product,
        want.number("mtu")
            .or(() -> whole ? Optional.of(USUAL_MTU) : Optional.empty())
            .map(Math::toIntExact),
        discovery(),
        contact(),
        want.texts("uplinks"),
        members,
        NetworkPolicy.INHERITED,
        version);
  }

  private Optional<String> text(String name, String usual) {
    return want.text(name).or(() -> whole ? Optional.of(usual) : Optional.empty());
  }

  private Optional<SwitchSpec.Discovery> discovery() {
    boolean said = want.has("discovery") || want.has("discovery_operation");
    return said || whole
        ? Optional.of(
            new SwitchSpec.Discovery(
                want.text("discovery").orElse("cdp"),
                want.text("discovery_operation").orElse("listen")))
        : Optional.empty();
  }

  private Optional<SwitchSpec.Contact> contact() {
    boolean said = want.has("contact_name") || want.has("contact");
    return said || whole
        ? Optional.of(
            new SwitchSpec.Contact(
                want.text("contact_name").orElse(""), want.text("contact").orElse("")))
        : Optional.empty();
  }

  private List<SwitchSpec.Member> members(List<Tree> there) throws NameProblem {
    if (!whole && !want.has("members")) {
      return List.of();
    }
    Map<Ref, SwitchSpec.Member> changes = new LinkedHashMap<>();
    for (Tree member : there) {
      SwitchValues.host(member)
          .ifPresent(
              host -> changes.put(host, new SwitchSpec.Member(Change.REMOVE, host, List.of())));
    }
    for (Value member : want.elements("members")) {
      Wanted wanted = Wanted.of(member);
      Ref host = names.anyEsxi(wanted.text("esxi")).ref();
      Change change = changes.containsKey(host) ? Change.EDIT : Change.ADD;
      changes.put(host, new SwitchSpec.Member(change, host, wanted.texts("devices")));
    }
    return new ArrayList<>(changes.values());
  }
}

package dev.dvl.vsphere.catalog;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.VsphereAttribute;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a program names, within the datacenter and the folder of the host block. What the
 * program leaves out is the host block's, or the only one there is.
 */
public final class InventoryNames {
  private final Catalog catalog;
  private final HostSpec spec;

  public InventoryNames(Catalog catalog, HostSpec spec) {
    this.catalog = catalog;
    this.spec = spec;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Entry datacenter() throws NameProblem {
    return one("datacenter", catalog.all("Datacenter"), setting(VsphereAttribute.DATACENTER));
  }

  /** The folder for machines that the host block names, or the datacenter's own. */
  public Ref topFolder() throws NameProblem {
    Ref own = vmFolder();
    Optional<String> path = setting(VsphereAttribute.FOLDER);
    return path.isPresent() ? folderAt(own, path.get()).ref() : own;
  }

  /** A folder for machines by its path below the host's; the host's own where there is no path. */
  public Ref folder(Optional<String> path) throws NameProblem {
    Ref top = topFolder();
    return path.isPresent() ? folderAt(top, path.get()).ref() : top;
  }

  /** The cluster, or the ESXi host outside of clusters, that machines are made in. */
  public Entry compute(Optional<String> cluster, Optional<String> esxi) throws NameProblem {
    boolean own = cluster.isPresent() || esxi.isPresent();
    Optional<String> host = own ? esxi : setting(VsphereAttribute.ESXI);
    if (host.isPresent()) {
      Entry found = esxi(host.get());
      return found
          .parent()
          .flatMap(catalog::at)
          .orElseThrow(() -> NameProblem.untold("what the ESXi host is in", found));
    }
    return one(
        "cluster",
        inDatacenter("ComputeResource"),
        own ? cluster : setting(VsphereAttribute.CLUSTER));
  }

  /** The ESXi host of the program or of the host block, where one is named. */
  public Optional<Ref> esxiIn(Optional<String> cluster, Optional<String> esxi) throws NameProblem {
    Optional<String> host =
        esxi.isPresent() || cluster.isPresent() ? esxi : setting(VsphereAttribute.ESXI);
    return host.isPresent() ? Optional.of(esxi(host.get()).ref()) : Optional.empty();
  }

  public Entry esxi(String name) throws NameProblem {
    return one("ESXi host", inDatacenter("HostSystem"), Optional.of(name));
  }

  /** The only ESXi host, or the one of that name or of the host block. */
  public Entry anyEsxi(Optional<String> name) throws NameProblem {
    return one(
        "ESXi host", inDatacenter("HostSystem"), name.or(() -> setting(VsphereAttribute.ESXI)));
  }

  /**
   * A pool by its path below the own pool of a cluster; that pool itself where there is no path.
   */
  public Ref pool(Entry compute, Optional<String> path) throws NameProblem {
    Ref top = told(compute, "resourcePool");
    Ref at = top;
    for (String name : path.map(it -> List.of(it.split("/", -1))).orElse(List.of())) {
      at = child("resource pool", at, "ResourcePool", name, path.orElse("")).ref();
    }
    return at;
  }

  public Entry datastore(Optional<String> name) throws NameProblem {
    return one(
        "datastore", inDatacenter("Datastore"), name.or(() -> setting(VsphereAttribute.DATASTORE)));
  }

  public Entry network(String name) throws NameProblem {
    return one("network", inDatacenter("Network"), Optional.of(name));
  }

  public Entry distributedSwitch(String name) throws NameProblem {
    return one("distributed switch", inDatacenter("DistributedVirtualSwitch"), Optional.of(name));
  }

  /** A machine or template by its name, or by its path below the datacenter's own folder. */
  public Entry machine(String name) throws NameProblem {
    Ref top = vmFolder();
    List<Entry> byPath =
        inDatacenter("VirtualMachine").stream()
            .filter(it -> catalog.path(it, top).equals(name))
            .toList();
    return byPath.size() == 1
        ? byPath.getFirst()
        : one("machine or template", inDatacenter("VirtualMachine"), Optional.of(name));
  }

  /** All of a type in the datacenter. */
  public List<Entry> inDatacenter(String type) throws NameProblem {
    Ref center = datacenter().ref();
    return catalog.all(type).stream().filter(it -> catalog.isBelow(it, center)).toList();
  }

  public Ref vmFolder() throws NameProblem {
    return told(datacenter(), "vmFolder");
  }

  /** What a place leads to, which every place has. */
  private static Ref told(Entry place, String path) throws NameProblem {
    return place
        .get(path)
        .flatMap(Tree::ref)
        .orElseThrow(() -> NameProblem.untold("the property `" + path + "`", place));
  }

  private Entry folderAt(Ref top, String path) throws NameProblem {
    Entry at = catalog.at(top).orElseThrow(() -> NameProblem.missing("folder", path, List.of()));
    for (String name : path.split("/", -1)) {
      at = child("folder", at.ref(), "Folder", name, path);
    }
    return at;
  }

  private Entry child(String what, Ref parent, String type, String name, String path)
      throws NameProblem {
    List<Entry> children =
        catalog.all(type).stream()
            .filter(it -> it.parent().filter(parent::equals).isPresent())
            .toList();
    return children.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing(what, path, children));
  }

  private Entry one(String what, List<Entry> all, Optional<String> name) throws NameProblem {
    if (name.isEmpty()) {
      return only(what, all);
    }
    List<Entry> found = all.stream().filter(it -> it.name().equals(name.get())).toList();
    if (found.isEmpty()) {
      throw missing(what, name.get(), all);
    }
    if (found.size() > 1) {
      throw NameProblem.several(
          what, name.get(), found.stream().map(it -> "One is at `" + fullPath(it) + "`.").toList());
    }
    return found.getFirst();
  }

  private static Entry only(String what, List<Entry> all) throws NameProblem {
    if (all.size() == 1) {
      return all.getFirst();
    }
    if (all.isEmpty()) {
      throw new NameProblem(Codes.NOT_FOUND, "There is no " + what + ".", List.of());
    }
    throw new NameProblem(
        Codes.UNNAMED,
        "There are several of the kind " + what + ", and none is named.",
        List.of("They are " + NameProblem.listed(all.stream().map(Entry::name).toList()) + "."));
  }

  /** One of those whose names the server does not tell may be the one that is meant. */
  private static NameProblem missing(String what, String name, List<Entry> all) {
    List<String> names = all.stream().map(Entry::name).filter(it -> !it.isEmpty()).toList();
    NameProblem missing = NameProblem.missing(what, name, names);
    return names.size() == all.size()
        ? missing
        : missing.with("There are others whose names the server does not tell this user.");
  }

  private String fullPath(Entry entry) {
    List<String> names = catalog.above(entry).reversed().stream().map(Entry::name).toList();
    return "/" + String.join("/", names) + "/" + entry.name();
  }

  private Optional<String> setting(VsphereAttribute attribute) {
    return spec.value(attribute.word()) instanceof Value.Text(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }
}

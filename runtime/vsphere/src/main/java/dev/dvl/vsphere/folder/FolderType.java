package dev.dvl.vsphere.folder;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.marked.MarkedType;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folders for machines. One goes only when it is empty: the server would destroy what is in it. */
final class FolderType implements MarkedType {
  @Override
  public String kind() {
    return "folder";
  }

  @Override
  public String type() {
    return "Folder";
  }

  @Override
  public List<String> paths() {
    return List.of("childEntity");
  }

  @Override
  public Ref create(Site site, String making, Wanted want, Watch watch)
      throws VSphereException, NameProblem {
    return site.session().objects().createFolder(parent(site, want), making);
  }

  @Override
  public void update(Site site, Entry object, Wanted want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    Ref parent = parent(site, want);
    if (object.parent().filter(parent::equals).isEmpty()) {
      site.session().objects().move(object.ref(), parent, watch);
    }
  }

  @Override
  public List<String> keeping(Site site, Entry entry) throws VSphereException {
    List<Ref> children = entry.get("childEntity").map(it -> it.refs()).orElse(List.of());
    if (children.isEmpty()) {
      return List.of();
    }
    Catalog catalog = site.catalog(new Selection("VirtualMachine", List.of()));
    return children.stream()
        .map(child -> catalog.at(child).map(Entry::name).orElse(child.id()))
        .map(name -> "`" + name + "` is in it.")
        .toList();
  }

  @Override
  public String written(Site site, Entry entry) throws VSphereException, NameProblem {
    Catalog catalog = site.catalog();
    return catalog.path(entry, new Names(catalog, site.spec()).topFolder());
  }

  @Override
  public Map<String, Value> outputs(Site site, Entry entry) throws VSphereException, NameProblem {
    return Map.of("path", Value.text(written(site, entry)));
  }

  private static Ref parent(Site site, Wanted want) throws VSphereException, NameProblem {
    Optional<String> made = Links.id(want.value("parent"));
    return made.isPresent()
        ? new Ref("Folder", made.get())
        : site.names().folder(want.text("parent"));
  }
}

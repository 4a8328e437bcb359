package dev.dvl.vsphere.folder;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.FolderPart;
import dev.dvl.stdlib.FolderSpec;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.marked.MarkedType;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folders for machines. One goes only when it is empty: the server would destroy what is in it. */
public final class FolderType implements MarkedType {
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
  public boolean covers(InventoryNames names, Entry entry) throws NameProblem {
    Ref top = names.topFolder();
    return !entry.ref().equals(top) && names.catalog().isBelow(entry, top);
  }

  @Override
  public String written(InventoryNames names, Entry entry) throws NameProblem {
    return names.catalog().path(entry, names.topFolder());
  }

  @Override
  public Map<String, Value> values(InventoryNames names, Entry entry) throws NameProblem {
    Ref top = names.topFolder();
    return entry
        .parent()
        .filter(parent -> !parent.equals(top))
        .flatMap(names.catalog()::at)
        .map(parent -> Map.of("parent", Value.text(names.catalog().path(parent, top))))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Value> outputs(InventoryNames names, Entry entry) throws NameProblem {
    return Map.of("path", Value.text(written(names, entry)));
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return FolderPaths.called(wanted, reading);
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return Finds.ifLinked(
        wanted,
        "parent",
        FolderPart.of(wanted.values()).parent(),
        path -> reading.names().folder(path));
  }

  @Override
  public Ref create(Site site, String making, Value.ObjectOf want, Watch watch)
      throws VSphereException, NameProblem {
    return site.session()
        .objects()
        .createFolder(parent(site, FolderSpec.of(want.fields()).parent()), making);
  }

  @Override
  public void update(Site site, Entry object, Value.ObjectOf want, boolean whole, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    Field<Link> wanted = FolderPart.of(want.fields()).parent();
    if (!whole && !wanted.isSet()) {
      return;
    }
    Ref parent = parent(site, wanted.known());
    if (object.parent().filter(parent::equals).isEmpty()) {
      site.session().objects().move(object.ref(), parent, watch);
    }
  }

  @Override
  public List<String> keeping(Site site, Entry entry) throws VSphereException {
    List<Ref> children = entry.get("childEntity").map(Tree::refs).orElse(List.of());
    if (children.isEmpty()) {
      return List.of();
    }
    children.forEach(site.shelf()::touch);
    Catalog catalog = site.catalog();
    return children.stream()
        .map(child -> catalog.at(child).map(Entry::name).orElse(child.id()))
        .map(name -> "`" + name + "` is in it.")
        .toList();
  }

  private static Ref parent(Site site, Optional<Link> parent) throws VSphereException, NameProblem {
    return Links.ref(parent, "Folder", site.names()::folder);
  }
}

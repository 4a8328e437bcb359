package dev.dvl.vsphere.folder;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.FolderAttribute;
import dev.dvl.stdlib.FolderPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.marked.MarkedType;
import dev.dvl.vsphere.need.Privilege;
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

  /** A rename or a move of a folder has no event of its own; its task has. */
  @Override
  public List<String> events() {
    return List.of("TaskEvent");
  }

  @Override
  public Rights rights() {
    return new Rights(Privilege.CREATE_FOLDER, Optional.empty(), Privilege.DELETE_FOLDER);
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
        FolderAttribute.PARENT,
        FolderPart.of(wanted.values()).parent(),
        path -> reading.names().folder(path));
  }

  @Override
  public Ref place(InventoryNames names, Map<String, Value> want) throws NameProblem {
    return Links.ref(FolderPart.of(want).parent().known(), "Folder", names::folder);
  }

  @Override
  public Ref create(Site site, String making, Value.ObjectOf want, Watch watch)
      throws VSphereException, NameProblem {
    return site.session().objects().createFolder(place(site.names(), want.fields()), making);
  }

  @Override
  public void update(Site site, Entry object, Value.ObjectOf want, boolean whole, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    if (!whole && !FolderPart.of(want.fields()).parent().isSet()) {
      return;
    }
    Ref parent = place(site.names(), want.fields());
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
}

package dev.dvl.vsphere.permit;

import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Optional;

/**
 * What calls need, as far as their arguments tell. An object that is made in the same plan cannot
 * be asked about; what the program leaves out stands for it, from where rights are inherited.
 */
record Needs(Catalog catalog, Names names) {

  /**
   * The needs of a call.
   *
   * @param object what the call is about, where that is there
   */
  List<Need> of(String call, Wanted args, Optional<Ref> object) {
    Where where = new Where();
    Wanted want = Wanted.of(args.value("want"));
    switch (call) {
      case "folder.create" -> where.on(() -> folder(want), Privilege.CREATE_FOLDER);
      case "resource_pool.create" -> where.on(() -> pool(want), Privilege.CREATE_POOL);
      case "distributed_switch.create" -> where.on(this::networkFolder, Privilege.CREATE_SWITCH);
      case "distributed_port_group.create" ->
          where.on(() -> onSwitch(want), Privilege.CREATE_PORT_GROUP);
      case "port_group.put" ->
          where.on(() -> names.anyEsxi(want.text("esxi")).ref(), Privilege.CONFIGURE_HOST_NETWORK);
      case "affinity_rule.put" ->
          where.on(
              () -> names.compute(want.text("cluster"), Optional.empty()).ref(),
              Privilege.EDIT_CLUSTER);
      case "datastore_file.put" ->
          where.on(() -> names.datastore(want.text("datastore")).ref(), Privilege.MANAGE_FILES);
      case String other -> {
        object.ifPresent(it -> existing(other, it, where));
        new MachineNeeds(catalog, names, where).add(other, args, object);
      }
    }
    return where.all();
  }

  private static void existing(String call, Ref object, Where where) {
    Where.LookUp it = () -> object;
    switch (call) {
      case "folder.remove" -> where.on(it, Privilege.DELETE_FOLDER);
      case "resource_pool.remove" -> where.on(it, Privilege.DELETE_POOL);
      case "resource_pool.update" -> where.on(it, Privilege.EDIT_POOL);
      case "distributed_switch.remove" -> where.on(it, Privilege.DELETE_SWITCH);
      case "distributed_switch.update" -> where.on(it, Privilege.MODIFY_SWITCH);
      case "distributed_port_group.remove" -> where.on(it, Privilege.DELETE_PORT_GROUP);
      case "distributed_port_group.update" -> where.on(it, Privilege.MODIFY_PORT_GROUP);
      case "folder.mark", "folder.unmark", "resource_pool.mark", "resource_pool.unmark" ->
          where.on(it, Privilege.SET_CUSTOM_FIELD);
      case String needsNothingKnown -> {}
    }
  }

  private Ref folder(Wanted want) throws NameProblem {
    Optional<String> there = Links.id(want.value("parent"));
    return there.isPresent() ? new Ref("Folder", there.get()) : names.folder(want.text("parent"));
  }

  private Ref pool(Wanted want) throws NameProblem {
    Optional<String> there = Links.id(want.value("parent"));
    return there.isPresent()
        ? new Ref("ResourcePool", there.get())
        : names.pool(names.compute(want.text("cluster"), want.text("esxi")), want.text("parent"));
  }

  private Ref networkFolder() throws NameProblem {
    Entry center = names.datacenter();
    return center.get("networkFolder").flatMap(Tree::ref).orElse(center.ref());
  }

  private Ref onSwitch(Wanted want) throws NameProblem {
    Optional<String> there = Links.id(want.value("switch"));
    Optional<Entry> known = there.flatMap(it -> catalog.byId("DistributedVirtualSwitch", it));
    return known.isPresent()
        ? known.get().ref()
        : names.distributedSwitch(want.text("switch").orElse("")).ref();
  }
}

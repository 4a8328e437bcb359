package dev.dvl.vsphere.permit;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.stdlib.AffinityRulePart;
import dev.dvl.stdlib.DatastoreFilePart;
import dev.dvl.stdlib.DistributedPortGroupPart;
import dev.dvl.stdlib.FolderPart;
import dev.dvl.stdlib.PortGroupPart;
import dev.dvl.stdlib.ResourcePoolPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls need, as far as their arguments tell. An object that is made in the same plan cannot
 * be asked about; what the program leaves out stands for it, from where rights are inherited.
 */
record Needs(Catalog catalog, InventoryNames names) {

  /**
   * The needs of a call.
   *
   * @param object what the call is about, where that is there
   */
  List<Need> of(String call, Map<String, Value> args, Optional<Ref> object) {
    NeedList where = new NeedList();
    switch (call) {
      case "folder.create" -> where.on(() -> folder(want(args)), Privilege.CREATE_FOLDER);
      case "resource_pool.create" -> where.on(() -> pool(want(args)), Privilege.CREATE_POOL);
      case "distributed_switch.create" -> where.on(this::networkFolder, Privilege.CREATE_SWITCH);
      case "distributed_port_group.create" ->
          where.on(() -> onSwitch(want(args)), Privilege.CREATE_PORT_GROUP);
      case "port_group.put" ->
          where.on(
              () -> names.anyEsxi(PortGroupPart.of(want(args)).esxi().known()).ref(),
              Privilege.CONFIGURE_HOST_NETWORK);
      case "affinity_rule.put" ->
          where.on(
              () ->
                  names
                      .compute(AffinityRulePart.of(want(args)).cluster().known(), Optional.empty())
                      .ref(),
              Privilege.EDIT_CLUSTER);
      case "datastore_file.put" ->
          where.on(
              () -> names.datastore(DatastoreFilePart.of(want(args)).datastore().known()).ref(),
              Privilege.MANAGE_FILES);
      case String other -> {
        object.ifPresent(it -> existing(other, it, where));
        new MachineNeeds(catalog, names, where).add(other, args, object);
      }
    }
    return where.all();
  }

  /** What a call that makes something is told of it. */
  private static Map<String, Value> want(Map<String, Value> args) {
    return CallArguments.read(Making.class, args).want().fields();
  }

  /** What all calls that make something are told, beside others. */
  private record Making(Value.ObjectOf want) implements CallArguments {}

  private static void existing(String call, Ref object, NeedList where) {
    NeedList.LookUp it = () -> object;
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

  private Ref folder(Map<String, Value> want) throws NameProblem {
    return Links.ref(FolderPart.of(want).parent().known(), "Folder", names::folder);
  }

  private Ref pool(Map<String, Value> want) throws NameProblem {
    ResourcePoolPart pool = ResourcePoolPart.of(want);
    return Links.ref(
        pool.parent().known(),
        "ResourcePool",
        path -> names.pool(names.compute(pool.cluster().known(), pool.esxi().known()), path));
  }

  private Ref networkFolder() throws NameProblem {
    Entry center = names.datacenter();
    return center.get("networkFolder").flatMap(Tree::ref).orElse(center.ref());
  }

  private Ref onSwitch(Map<String, Value> want) throws NameProblem {
    Optional<Link> link = DistributedPortGroupPart.of(want).switch_().known();
    Optional<Entry> known =
        link.flatMap(Link::objectId).flatMap(it -> catalog.byId("DistributedVirtualSwitch", it));
    return known.isPresent()
        ? known.get().ref()
        : names.distributedSwitch(link.flatMap(Link::given).orElse("")).ref();
  }
}

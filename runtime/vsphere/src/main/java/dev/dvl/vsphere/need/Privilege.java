package dev.dvl.vsphere.need;

/**
 * A privilege that planned calls need, by its id on the server. Which method needs which on what is
 * said by VMware's reference of the vSphere API, under "Required Privileges" of each method.
 */
public enum Privilege {
  CREATE_FOLDER("Folder.Create"),
  DELETE_FOLDER("Folder.Delete"),
  CREATE_POOL("Resource.CreatePool"),
  DELETE_POOL("Resource.DeletePool"),
  EDIT_POOL("Resource.EditPool"),
  ASSIGN_MACHINE_TO_POOL("Resource.AssignVMToPool"),
  CONFIGURE_HOST_NETWORK("Host.Config.Network"),
  EDIT_CLUSTER("Host.Inventory.EditCluster"),
  CREATE_SWITCH("DVSwitch.Create"),
  DELETE_SWITCH("DVSwitch.Delete"),
  MODIFY_SWITCH("DVSwitch.Modify"),
  CREATE_PORT_GROUP("DVPortgroup.Create"),
  DELETE_PORT_GROUP("DVPortgroup.Delete"),
  MODIFY_PORT_GROUP("DVPortgroup.Modify"),
  ASSIGN_NETWORK("Network.Assign"),
  CREATE_MACHINE("VirtualMachine.Inventory.Create"),
  COPY_MACHINE("VirtualMachine.Inventory.CreateFromExisting"),
  DELETE_MACHINE("VirtualMachine.Inventory.Delete"),
  MOVE_MACHINE("VirtualMachine.Inventory.Move"),
  CLONE("VirtualMachine.Provisioning.Clone"),
  CREATE_TEMPLATE("VirtualMachine.Provisioning.CreateTemplateFromVM"),
  DEPLOY_TEMPLATE("VirtualMachine.Provisioning.DeployTemplate"),
  CUSTOMIZE("VirtualMachine.Provisioning.Customize"),
  CHANGE_CPUS("VirtualMachine.Config.CPUCount"),
  CHANGE_MEMORY("VirtualMachine.Config.Memory"),
  ADD_DISK("VirtualMachine.Config.AddNewDisk"),
  REMOVE_DISK("VirtualMachine.Config.RemoveDisk"),
  CHANGE_EXTRA_CONFIG("VirtualMachine.Config.AdvancedConfig"),
  RENAME_MACHINE("VirtualMachine.Config.Rename"),
  ANNOTATE("VirtualMachine.Config.Annotation"),
  UPGRADE_HARDWARE("VirtualMachine.Config.UpgradeVirtualHardware"),
  POWER_ON("VirtualMachine.Interact.PowerOn"),
  POWER_OFF("VirtualMachine.Interact.PowerOff"),
  SUSPEND("VirtualMachine.Interact.Suspend"),
  CREATE_SNAPSHOT("VirtualMachine.State.CreateSnapshot"),
  RENAME_SNAPSHOT("VirtualMachine.State.RenameSnapshot"),
  REVERT_TO_SNAPSHOT("VirtualMachine.State.RevertToSnapshot"),
  IMPORT("VApp.Import"),
  MANAGE_FILES("Datastore.FileManagement"),
  ALLOCATE_SPACE("Datastore.AllocateSpace"),
  SET_CUSTOM_FIELD("Global.SetCustomField");

  private final String id;

  Privilege(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}

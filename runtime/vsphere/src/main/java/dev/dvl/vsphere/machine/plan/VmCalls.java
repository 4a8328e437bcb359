package dev.dvl.vsphere.machine.plan;

/** The calls on machines. */
public final class VmCalls {
  public static final String CREATE = "vm.create";
  public static final String CONFIGURE = "vm.configure";
  public static final String CUSTOMIZE = "vm.customize";
  public static final String FIELDS = "vm.fields";
  public static final String UPGRADE = "vm.upgrade";
  public static final String COMMIT = "vm.commit";
  public static final String START = "vm.start";
  public static final String STOP = "vm.stop";
  public static final String SUSPEND = "vm.suspend";
  public static final String WAIT = "vm.wait";
  public static final String ADDRESS = "vm.address";
  public static final String STEADY = "vm.steady";
  public static final String DRAIN = "vm.drain";
  public static final String WIPE = "vm.wipe";
  public static final String MARK = "vm.mark";
  public static final String UNMARK = "vm.unmark";
  public static final String RENAME = "vm.rename";
  public static final String MOVE = "vm.move";
  public static final String RELOCATE = "vm.relocate";
  public static final String REMOVE = "vm.remove";
  public static final String DISCARD = "vm.discard";

  private VmCalls() {}
}

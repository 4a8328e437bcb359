package dev.dvl.vsphere;

import dev.dvl.compiler.diagnostic.Code;

/** What can go wrong with vSphere; each code has a page under {@code docs/diagnostics}. */
public final class Codes {
  public static final Code UNREACHABLE =
      Code.error("DVL7101", "the vSphere server does not answer");
  public static final Code UNTRUSTED =
      Code.error("DVL7102", "the certificate of the vSphere server is not trusted");
  public static final Code REFUSED = Code.error("DVL7103", "the vSphere server does not let us in");
  public static final Code SETTINGS =
      Code.error("DVL7104", "the settings of the vSphere host cannot be used");
  public static final Code PROTOCOL =
      Code.error("DVL7105", "what answers is no vSphere server, or answers wrongly");
  public static final Code INSECURE =
      Code.warning("DVL7106", "nobody checks who the vSphere server is");
  public static final Code NEEDS_VCENTER = Code.error("DVL7107", "this needs a vCenter server");

  public static final Code NOT_FOUND =
      Code.error("DVL7110", "the vSphere server has nothing of that name");
  public static final Code AMBIGUOUS =
      Code.error("DVL7111", "the vSphere server has several things of that name");
  public static final Code UNNAMED =
      Code.error("DVL7112", "there are several, and the program names none");
  public static final Code NO_FILE = Code.error("DVL7113", "a file to be uploaded is not there");
  public static final Code TOO_LARGE = Code.error("DVL7114", "a text is larger than vSphere takes");
  public static final Code NO_SPACE = Code.error("DVL7115", "there is not enough space");
  public static final Code NO_TOOLS = Code.warning("DVL7116", "the machine has no VMware Tools");
  public static final Code SNAPSHOT_IN_THE_WAY = Code.error("DVL7117", "a snapshot is in the way");

  public static final Code TOO_SMALL =
      Code.error("DVL7119", "a disk is smaller than the one that it is a copy of");

  public static final Code CALL = Code.error("DVL7120", "the vSphere server refuses a call");
  public static final Code PERMISSION = Code.error("DVL7121", "a privilege is missing");
  public static final Code NAME_TAKEN = Code.error("DVL7122", "a name is taken");
  public static final Code GONE = Code.error("DVL7123", "an object is no longer there");
  public static final Code STATE =
      Code.error("DVL7124", "the state of an object does not allow it");
  public static final Code BUSY = Code.error("DVL7125", "something else goes on with an object");
  public static final Code RESOURCES = Code.error("DVL7126", "there is not enough of a resource");
  public static final Code LOST =
      Code.error("DVL7127", "the connection to the vSphere server was lost");
  public static final Code LATE = Code.error("DVL7128", "a call took longer than it may");
  public static final Code CANCELLED = Code.error("DVL7129", "a call was cancelled");
  public static final Code WAITED = Code.error("DVL7130", "a machine did not come up in time");
  public static final Code IGNORED = Code.error("DVL7131", "the vSphere server ignored a change");

  public static final Code NO_SNAPSHOT =
      Code.error("DVL7170", "a linked clone has no snapshot to start from");
  public static final Code OTHER_PROVISIONING =
      Code.error("DVL7171", "the copy of a disk takes its space as its origin does");
  public static final Code UNFIT_TAG =
      Code.error("DVL7132", "a tag does not fit what is to have it");
  public static final Code UNFIT_ITEM =
      Code.error("DVL7133", "no machine can be made of an item of a library");
  public static final Code MAY_NOT =
      Code.warning("DVL7134", "a change needs a privilege that the user has not");
  public static final Code UNDECLARED =
      Code.error("DVL7135", "an OVF property that nobody declared");
  public static final Code UNREADABLE =
      Code.error("DVL7136", "what a machine is to be made of cannot be read");
  public static final Code USERS_LOST =
      Code.error("DVL7140", "users of the vendor data would be lost");
  public static final Code OTHER_KEY =
      Code.warning("DVL7141", "two halves of a key do not belong together");
  public static final Code UNCLEAR_DEVICES =
      Code.error("DVL6050", "devices of an adopted machine are not clear");

  private Codes() {}
}

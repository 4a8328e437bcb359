package dev.dvl.docker;

import dev.dvl.compiler.diagnostic.Code;

/** What can go wrong with a Docker engine; each code has a page under {@code docs/diagnostics}. */
public final class Codes {
  public static final Code UNREACHABLE = Code.error("DVL7001", "the Docker engine does not answer");
  public static final Code REFUSED = Code.error("DVL7002", "the Docker engine does not let us in");
  public static final Code SETTINGS = Code.error("DVL7003", "the Docker settings cannot be used");
  public static final Code CERTIFICATES = Code.error("DVL7004", "the files for TLS cannot be used");
  public static final Code TOO_OLD = Code.error("DVL7006", "the Docker engine is too old");
  public static final Code NOT_AN_ENGINE =
      Code.error("DVL7007", "what answers is no Docker engine");

  public static final Code NO_IMAGE = Code.error("DVL7014", "the engine has no such image");
  public static final Code REGISTRY = Code.warning("DVL7015", "the registry cannot be asked");

  public static final Code CALL = Code.error("DVL7020", "the Docker engine refuses a call");
  public static final Code PORT_TAKEN = Code.error("DVL7021", "a host port is taken");
  public static final Code NAME_TAKEN = Code.error("DVL7022", "a name on the engine is taken");
  public static final Code GONE =
      Code.error("DVL7023", "an object on the engine is no longer there");
  public static final Code BUILD_FAILED = Code.error("DVL7024", "the build of an image failed");
  public static final Code PULL_UNAUTHORISED =
      Code.error("DVL7025", "the registry does not let us in");
  public static final Code PULL_FAILED = Code.error("DVL7026", "an image cannot be pulled");
  public static final Code EXITED = Code.error("DVL7027", "a container has exited");
  public static final Code UNHEALTHY = Code.error("DVL7028", "a container is unhealthy");
  public static final Code WAITED = Code.error("DVL7029", "a container did not come up in time");
  public static final Code LOST =
      Code.error("DVL7030", "the connection to the Docker engine was lost");
  public static final Code IN_USE = Code.error("DVL7031", "an object on the engine is in use");
  public static final Code NOT_OURS =
      Code.error("DVL7032", "the engine gave us an object of somebody else");
  public static final Code CREDENTIALS =
      Code.error("DVL7033", "the registry credentials cannot be read");
  public static final Code CANCELLED = Code.error("DVL7034", "a call was cancelled");
  public static final Code IGNORED = Code.error("DVL7035", "the engine ignored a change");
  public static final Code START_FAILED = Code.error("DVL7036", "a container cannot be started");
  public static final Code ADDRESS_TAKEN = Code.error("DVL7037", "an address or a subnet is taken");

  public static final Code CONTEXT_CHANGED = Code.error("DVL7038", "the build context changed");

  public static final Code SSH_SILENT = Code.error("DVL7040", "the SSH server does not answer");
  public static final Code HOST_KEY_UNKNOWN =
      Code.error("DVL7041", "the host key of an SSH server is unknown");
  public static final Code HOST_KEY_CHANGED =
      Code.error("DVL7042", "an SSH server shows another host key");
  public static final Code SSH_REFUSED = Code.error("DVL7043", "the SSH server does not let us in");
  public static final Code KEY_UNUSABLE = Code.error("DVL7044", "the SSH key cannot be used");
  public static final Code KEY_OPEN = Code.error("DVL7045", "others can read the SSH key");
  public static final Code KEY_ENCRYPTED = Code.error("DVL7046", "the SSH key is encrypted");
  public static final Code FORWARDING =
      Code.error("DVL7047", "the SSH server does not forward to the engine");
  public static final Code SOCKET_DENIED =
      Code.error("DVL7048", "the SSH user may not use the engine's socket");
  public static final Code CLOUD_INIT = Code.error("DVL7049", "cloud-init did not do its work");
  public static final Code CLOUD_INIT_BUSY = Code.error("DVL7050", "cloud-init is still at work");

  public static final Code CLOUD_INIT_WARNS = Code.warning("DVL7051", "cloud-init got over errors");

  public static final Code FOLDER = Code.error("DVL7071", "a folder stands where a file is to be");

  public static final Code PROCESSORS =
      Code.error("DVL7072", "more processors than the engine has");
  public static final Code NO_VOLUME = Code.error("DVL7073", "the engine has no such volume");
  public static final Code ENGINE_FOLDER =
      Code.error("DVL7074", "a mount that has the engine's own folder in it");

  public static final Code OVERLAY = Code.error("DVL7076", "an overlay network cannot be used");
  public static final Code IDLE_SUBNET = Code.error("DVL7078", "a subnet would not be kept");
  public static final Code LIMIT = Code.error("DVL7077", "the machine cannot keep a limit");
  public static final Code NOT_MADE_ANEW = Code.error("DVL7079", "nothing makes the image anew");
  public static final Code WARNED = Code.warning("DVL7075", "the Docker engine warns");
  public static final Code STRANDED = Code.warning("DVL7070", "a container would not start again");

  public static final Code NOT_COMPLETED = Code.error("DVL7060", "a container has not completed");

  public static final Code STOPPED = Code.error("DVL7061", "a container does not run");
  public static final Code CONTEXT_TAKEN =
      Code.error("DVL7062", "a Docker context is somebody else's");
  public static final Code CONTEXT_IN_USE = Code.error("DVL7063", "a Docker context is in use");

  public static final Code HANDED_BACK =
      Code.warning("DVL7080", "volumes went to a container that did not come up, and came back");

  private Codes() {}
}

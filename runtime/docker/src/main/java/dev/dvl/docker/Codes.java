package dev.dvl.docker;

import dev.dvl.compiler.diagnostic.Code;

/** What can go wrong with a Docker engine; each code has a page under {@code docs/diagnostics}. */
public final class Codes {
  public static final Code UNREACHABLE = Code.error("DVL7001", "the Docker engine does not answer");
  public static final Code REFUSED = Code.error("DVL7002", "the Docker engine does not let us in");
  public static final Code SETTINGS = Code.error("DVL7003", "the Docker settings cannot be used");
  public static final Code CERTIFICATES = Code.error("DVL7004", "the files for TLS cannot be used");
  public static final Code SSH = Code.error("DVL7005", "Docker over SSH is not supported yet");
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

  private Codes() {}
}

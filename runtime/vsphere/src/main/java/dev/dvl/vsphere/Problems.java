package dev.dvl.vsphere;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;

/** What a server says when something fails, as problems with codes. */
public final class Problems {
  private Problems() {}

  /** A host cannot be connected to or read. */
  public static HostProblem ofHost(HostSpec spec, VSphereException failed) {
    Fault fault = failed.fault();
    Code code =
        switch (fault.kind()) {
          case UNREACHABLE -> Codes.UNREACHABLE;
          case UNTRUSTED -> Codes.UNTRUSTED;
          case AUTHENTICATION -> Codes.REFUSED;
          case LOST, TIMEOUT, CANCELLED -> Codes.LOST;
          case PROTOCOL -> Codes.PROTOCOL;
          case PERMISSION -> Codes.PERMISSION;
          case NOT_FOUND, DUPLICATE, STATE, BUSY, RESOURCES, REQUEST, OTHER -> Codes.CALL;
        };
    return new HostProblem(code, "`" + spec.address() + "`: " + fault, failed);
  }

  /**
   * A call failed.
   *
   * @param what what did not come about: "folder `shop` cannot be made"
   */
  public static OpProblem ofCall(String what, VSphereException failed) {
    Fault fault = failed.fault();
    return new OpProblem(
        code(fault.kind()), capital(what) + ": " + fault, List.of(), outcome(fault));
  }

  /** A call was not made, because of what is there. */
  public static OpProblem notDone(Code code, String what, String why, List<String> details) {
    return new OpProblem(code, capital(what) + ": " + why, details, Outcome.NOT_DONE);
  }

  private static Code code(Fault.Kind kind) {
    return switch (kind) {
      case UNREACHABLE, LOST -> Codes.LOST;
      case UNTRUSTED -> Codes.UNTRUSTED;
      case AUTHENTICATION -> Codes.REFUSED;
      case PERMISSION -> Codes.PERMISSION;
      case NOT_FOUND -> Codes.GONE;
      case DUPLICATE -> Codes.NAME_TAKEN;
      case STATE -> Codes.STATE;
      case BUSY -> Codes.BUSY;
      case RESOURCES -> Codes.RESOURCES;
      case TIMEOUT -> Codes.LATE;
      case PROTOCOL -> Codes.PROTOCOL;
      case CANCELLED -> Codes.CANCELLED;
      case REQUEST, OTHER -> Codes.CALL;
    };
  }

  private static Outcome outcome(Fault fault) {
    if (fault.kind() == Fault.Kind.CANCELLED) {
      return Outcome.CANCELLED;
    }
    // What the server itself answered with a fault was not done; what it did not answer may be.
    return fault.harmless() || !fault.type().isEmpty() ? Outcome.NOT_DONE : Outcome.UNCLEAR;
  }

  private static String capital(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}

package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a type of fault means for whoever has to do something about it.
 *
 * @param message what to say when the server says nothing
 */
record FaultMeaning(Kind kind, String message, String advice) {

  static FaultMeaning of(String type, Tree detail) {
    return switch (type) {
      case "NotAuthenticated" -> new FaultMeaning(Kind.AUTHENTICATION, "the session ended.", "");
      case "InvalidLogin", "InvalidLocale" ->
          new FaultMeaning(
              Kind.AUTHENTICATION,
              "user or password are wrong.",
              "A user of vCenter has a domain: name@vsphere.local.");
      case "NoPermission" -> noPermission(detail);
      case "RestrictedVersion", "RestrictedByAdministrator", "NotEnoughLicenses" ->
          new FaultMeaning(Kind.PERMISSION, "the license forbids it.", "See the server's license.");
      case "ManagedObjectNotFound" ->
          new FaultMeaning(
              Kind.NOT_FOUND, "the object is gone.", "Somebody removed it; plan again.");
      case "NotFound", "FileNotFound", "InvalidDatastorePath" ->
          new FaultMeaning(Kind.NOT_FOUND, "not found: " + named(detail), "");
      case "DuplicateName", "AlreadyExists", "FileAlreadyExists", "DvsExistsFault" ->
          new FaultMeaning(
              Kind.DUPLICATE,
              "there is already one of that name: " + named(detail),
              "Choose another name, or import what is there.");
      case String other -> ofState(other, detail);
    };
  }

  private static FaultMeaning ofState(String type, Tree detail) {
    return switch (type) {
      case "InvalidPowerState" ->
          new FaultMeaning(
              Kind.STATE,
              "the power state does not allow it.",
              "It is %s; it must be %s."
                  .formatted(
                      detail.text("existingState").orElse("in another state"),
                      detail.text("requestedState").orElse("in another state")));
      case "InvalidState", "InvalidHostState", "HostNotConnected", "ToolsUnavailable" ->
          new FaultMeaning(Kind.STATE, "its state does not allow it.", "");
      case "ResourceInUse", "FileLocked", "VmConfigFault", "MultipleSnapshotsNotSupported" ->
          new FaultMeaning(Kind.STATE, "it is in use: " + named(detail), "");
      case "TaskInProgress", "VAppTaskInProgress" ->
          new FaultMeaning(Kind.BUSY, "another task is at work on it.", "Wait for it.");
      case "ConcurrentAccess" ->
          new FaultMeaning(Kind.BUSY, "somebody changed it meanwhile.", "Plan again.");
      case String other -> ofRequest(other, detail);
    };
  }

  private static FaultMeaning ofRequest(String type, Tree detail) {
    if (type.startsWith("Insufficient") || type.equals("NoDiskSpace")) {
      return new FaultMeaning(
          Kind.RESOURCES,
          "there is not enough of what it needs.",
          "Free some, ask for less, or name another host, pool or datastore.");
    }
    return switch (type) {
      case "InvalidArgument", "InvalidRequest", "InvalidType", "InvalidDeviceSpec" ->
          new FaultMeaning(Kind.REQUEST, "the request is wrong: " + named(detail), "");
      case "InvalidName" ->
          new FaultMeaning(
              Kind.REQUEST, "the name is not allowed: " + named(detail), "Choose another name.");
      case "InvalidProperty" ->
          new FaultMeaning(Kind.REQUEST, "there is no property " + named(detail), "");
      case "NotSupported", "NotImplemented", "MethodNotFound" ->
          new FaultMeaning(Kind.REQUEST, "the server cannot do that.", "");
      case "RequestCanceled" -> new FaultMeaning(Kind.CANCELLED, "it was cancelled.", "");
      case "Timedout" -> new FaultMeaning(Kind.TIMEOUT, "the server waited too long.", "");
      case String other -> new FaultMeaning(Kind.OTHER, "the server gave up: " + other, "");
    };
  }

  private static FaultMeaning noPermission(Tree detail) {
    List<String> privileges =
        Stream.concat(
                detail.text("privilegeId").stream(),
                detail.all("missingPrivileges").stream()
                    .flatMap(it -> it.all("privilegeIds").stream())
                    .map(Tree::text))
            .filter(it -> !it.isBlank())
            .distinct()
            .toList();
    String advice =
        privileges.isEmpty()
            ? "A role of the user must have the privilege."
            : "The user needs the privilege %s on it.".formatted(String.join(" and ", privileges));
    return new FaultMeaning(Kind.PERMISSION, "the user may not do that.", advice);
  }

  /** What a fault names, which stands in another place in each. */
  private static String named(Tree detail) {
    return Stream.of("name", "file", "invalidProperty", "property", "datastorePath")
        .flatMap(it -> detail.text(it).stream())
        .findFirst()
        .orElse("the server does not say what");
  }
}

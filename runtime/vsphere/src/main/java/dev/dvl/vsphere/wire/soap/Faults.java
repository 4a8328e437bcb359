package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.wire.vim.LocalizedMethodFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a server's faults, wherever they stand. */
public final class Faults {
  private static final List<String> OBJECTS = List.of("obj", "object", "entity", "vm", "task");

  private Faults() {}

  /** The fault in the body of an answer. */
  static Fault ofSoap(Tree fault) {
    Optional<Tree> detail = fault.child("detail").flatMap(it -> it.children().stream().findFirst());
    String type = detail.map(Faults::typeOf).orElse("");
    return of(type, fault.text("faultstring").orElse(""), detail);
  }

  /** The fault of a task, or of a property that cannot be read. */
  public static Fault of(LocalizedMethodFault localized) {
    String message = localized.localizedMessage();
    return of(
        typeOf(localized.fault()), message == null ? "" : message, Optional.of(localized.fault()));
  }

  private static Fault of(String type, String message, Optional<Tree> detail) {
    FaultMeaning meaning = FaultMeaning.of(type, detail.orElse(Tree.of("fault", "", List.of())));
    String said = message.isBlank() ? meaning.message() : message;
    return new Fault(meaning.kind(), type, said, object(detail), meaning.advice(), detail);
  }

  private static String typeOf(Tree detail) {
    if (!detail.type().isEmpty()) {
      return detail.type();
    }
    String name = detail.name();
    return name.endsWith("Fault") ? name.substring(0, name.length() - "Fault".length()) : name;
  }

  private static Optional<Ref> object(Optional<Tree> detail) {
    return detail.stream()
        .flatMap(it -> OBJECTS.stream().map(it::ref).flatMap(Optional::stream))
        .findFirst()
        .or(() -> detail.flatMap(Faults::missingPrivilege));
  }

  private static Optional<Ref> missingPrivilege(Tree detail) {
    return Stream.of(detail)
        .flatMap(it -> it.all("missingPrivileges").stream())
        .map(it -> it.ref("entity"))
        .flatMap(Optional::stream)
        .findFirst();
  }
}

package dev.dvl.vsphere.lab;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import java.time.Duration;
import java.util.List;

/** Somebody else who works on a server: looks at objects and changes them. */
public record Stranger(VSphereSession session) implements AutoCloseable {
  public static final Watch WATCH = Watch.within(Duration.ofSeconds(30));

  public static Stranger at(VCenter vcenter) throws VSphereException {
    return new Stranger(vcenter.session());
  }

  public Ref at(String path) throws VSphereException {
    return session
        .inventory()
        .byPath(path)
        .orElseThrow(() -> new AssertionError("nothing is at " + path));
  }

  /** The object of a type that has a name. */
  public Ref called(String type, String name) throws VSphereException {
    return session.inventory().below(session.inventory().root(), names(type)).stream()
        .filter(it -> it.text("name").filter(name::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + type + " " + name))
        .ref();
  }

  /** The names of all objects of a type. */
  public List<String> namesOf(String type) throws VSphereException {
    return session.inventory().below(session.inventory().root(), names(type)).stream()
        .map(it -> it.text("name").orElse(""))
        .toList();
  }

  public Tree get(Ref ref, String path) throws VSphereException {
    return session
        .inventory()
        .read(List.of(ref), new Selection(ref.type(), List.of(path)))
        .getFirst()
        .get(path)
        .orElseThrow(() -> new AssertionError(ref + " has no " + path));
  }

  private static List<Selection> names(String type) {
    return List.of(new Selection(type, List.of("name")));
  }

  @Override
  public void close() {
    session.close();
  }
}

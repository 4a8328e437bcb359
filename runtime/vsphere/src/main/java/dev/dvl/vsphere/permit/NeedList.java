package dev.dvl.vsphere.permit;

import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects needs. What leads nowhere needs nothing: planning has told of it already. */
final class NeedList {
  private final List<Need> needs = new ArrayList<>();

  /** Finds an object. */
  interface LookUp {
    Ref find() throws NameProblem;
  }

  void on(LookUp object, Privilege... privileges) {
    try {
      Ref found = object.find();
      for (Privilege privilege : Set.of(privileges)) {
        needs.add(new Need(found, privilege));
      }
    } catch (NameProblem toldAlready) {
      // The findings of the resource say what is wrong with the name.
    }
  }

  List<Need> all() {
    return List.copyOf(needs);
  }
}

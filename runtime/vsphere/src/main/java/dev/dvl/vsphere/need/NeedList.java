package dev.dvl.vsphere.need;

import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects needs. What leads nowhere needs nothing: planning has told of it already. An object that
 * is made in the same plan cannot be asked about; what the program leaves out stands for it, from
 * where rights are inherited.
 */
public final class NeedList {
  private final InventoryNames names;
  private final List<Need> needs = new ArrayList<>();

  /**
   * @param names what names in a program lead to
   */
  public NeedList(InventoryNames names) {
    this.names = names;
  }

  /** Finds an object. */
  public interface LookUp {
    Ref find(InventoryNames names) throws NameProblem;
  }

  /** Finds an object, and what is needed on it. */
  public interface Question {
    Need ask(InventoryNames names) throws NameProblem;
  }

  public void on(LookUp object, Privilege privilege) {
    add(names -> new Need(object.find(names), privilege));
  }

  /** Needs what only the object tells. */
  public void add(Question question) {
    try {
      needs.add(question.ask(names));
    } catch (NameProblem toldAlready) {
      // The findings of the resource say what is wrong with the name.
    }
  }

  /** Needs a privilege on what a call is about, where that is there. */
  public void on(Optional<Ref> object, Privilege privilege) {
    object.ifPresent(it -> needs.add(new Need(it, privilege)));
  }

  public List<Need> all() {
    return List.copyOf(needs);
  }
}

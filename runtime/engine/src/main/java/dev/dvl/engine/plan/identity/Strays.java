package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.reading.Selected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects objects of one layer that stand for no resource of the program, or for one too many, and
 * says what is wrong with them.
 */
final class Strays {
  private final Selected selected;
  private final Identity identity;
  private final List<Unwanted> unwanted = new ArrayList<>();
  private final Map<ObjectName, Live> strangers = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Strays(Selected selected, Identity identity) {
    this.selected = selected;
    this.identity = identity;
  }

  List<Unwanted> unwanted() {
    return unwanted;
  }

  Map<ObjectName, Live> strangers() {
    return strangers;
  }

  List<String> notes() {
    return notes;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  void stranger(Address host, Live live) {
    ObjectName.of(host, live.ref()).forEach(name -> strangers.put(name, live));
  }

  void unwanted(Address host, Live live, Address address, Unwanted.Why why) {
    unwanted.add(new Unwanted(host, live, address, why));
  }

  /** Whether an object is among those that are to go already, under another word. */
  boolean goes(Address host, Ref ref) {
    return unwanted.stream().anyMatch(it -> it.host().equals(host) && it.live().ref().isSame(ref));
  }

  /** Ours, and not in the program: it goes, unless the program or the ledger has let go of it. */
  void orphan(Address host, Live live, Address address) {
    LedgerFacts facts = selected.request().facts();
    if (selected.program().forgets(address)) {
      boolean carries = live.stamp().isPresent() && identity.isRewritable(live.ref());
      if (carries || facts.known(live.ref()).findAny().isPresent()) {
        unwanted(host, live, address, Unwanted.Why.FORGOTTEN);
      }
    } else if (facts.forgot(live.ref())) {
      note(
          "The "
              + live.ref().kind()
              + " `"
              + live.ref().name()
              + "` is forgotten, as only this ledger knows: its record still says `"
              + address
              + "`. Write again: forget "
              + address);
    } else {
      unwanted(host, live, address, Unwanted.Why.NOT_IN_PROGRAM);
    }
  }

  void misplaced(Address host, Live live, Address born, Instance instance) {
    String where =
        instance.kind().equals(live.ref().kind())
            ? "it stands on `" + host + "`"
            : "it is " + Article.before(live.ref().kind());
    diagnostics.add(
        Diagnostic.at(
                IdentityCodes.ELSEWHERE,
                instance.origin(),
                "the object of `" + born + "` cannot become this")
            .note("It is called `" + live.ref().name() + "`, and " + where + "."));
  }

  void conflict(Live one, Live other, Instance instance) {
    diagnostics.add(
        Diagnostic.at(
                IdentityCodes.TWO_OBJECTS,
                instance.origin(),
                "`" + one.ref().name() + "` and `" + other.ref().name() + "` both stand for this")
            .note("One was made for it, and the other moved here.")
            .note("Take out the `moved` line and let one of them go first, or forget it."));
  }

  void unsure(Program.Adoption line, Live one, Live other) {
    String ids = "`" + one.ref().id() + "` and `" + other.ref().id() + "`";
    diagnostics.add(
        Diagnostic.at(
                IdentityCodes.SEVERAL,
                line.origin(),
                "there are several named `" + line.platformName() + "`")
            .note("Name the one that is meant by its id: there are " + ids + "."));
  }

  void copy(Live live) {
    String of = live.stamp().map(stamp -> " of `" + stamp.address() + "`").orElse("");
    diagnostics.add(
        Diagnostic.without(
            IdentityCodes.COPY,
            "The "
                + live.ref().kind()
                + " `"
                + live.ref().name()
                + "` carries the birth record"
                + of
                + " and is a copy. It is left alone."));
  }
}

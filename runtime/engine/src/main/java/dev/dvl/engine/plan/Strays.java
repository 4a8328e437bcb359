package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Draft.Named;
import dev.dvl.engine.plan.Draft.Unwanted;
import dev.dvl.engine.plan.input.LedgerFacts;

/** What becomes of objects that stand for no resource of the program, or for one too many. */
record Strays(Draft draft, Identity identity) {

  void stranger(Address host, Live live) {
    Ref ref = live.ref();
    draft.strangers.put(new Named(host, ref.kind(), ref.id()), live);
    draft.strangers.put(new Named(host, ref.kind(), ref.name()), live);
  }

  /** Ours, and not in the program: it goes, unless the program or the ledger has let go of it. */
  void orphan(Address host, Live live, Address address) {
    LedgerFacts facts = draft.inputs.facts();
    if (draft.program.forgets(address)) {
      boolean carries = live.stamp().isPresent() && identity.isRewritten(live.ref(), host);
      if (carries || facts.known(live.ref()).findAny().isPresent()) {
        draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.FORGOTTEN));
      }
    } else if (facts.forgot(live.ref())) {
      draft.notes.add(
          "The "
              + live.ref().kind()
              + " `"
              + live.ref().name()
              + "` is forgotten, as only this ledger knows: its record still says `"
              + address
              + "`. Write again: forget "
              + address);
    } else {
      draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.NOT_IN_PROGRAM));
    }
  }

  void misplaced(Address host, Live live, Address born, Instance instance) {
    String where =
        instance.kind().equals(live.ref().kind())
            ? "it stands on `" + host + "`"
            : "it is a " + live.ref().kind();
    draft.diagnostics.report(
        Diagnostic.at(
                IdentityCodes.ELSEWHERE,
                instance.origin(),
                "the object of `" + born + "` cannot become this")
            .note("It is called `" + live.ref().name() + "`, and " + where + "."));
  }

  void conflict(Live one, Live other, Instance instance) {
    draft.diagnostics.report(
        Diagnostic.at(
                IdentityCodes.TWO_OBJECTS,
                instance.origin(),
                "`" + one.ref().name() + "` and `" + other.ref().name() + "` both stand for this")
            .note("One was made for it, and the other moved here.")
            .note("Take out the `moved` line and let one of them go first, or forget it."));
  }

  void unsure(Program.Adoption line, Live one, Live other) {
    String ids = "`" + one.ref().id() + "` and `" + other.ref().id() + "`";
    draft.diagnostics.report(
        Diagnostic.at(
                IdentityCodes.SEVERAL,
                line.origin(),
                "there are several named `" + line.platformName() + "`")
            .note("Name the one that is meant by its id: there are " + ids + "."));
  }

  void copy(Live live) {
    String of = live.stamp().map(stamp -> " of `" + stamp.address() + "`").orElse("");
    draft.diagnostics.report(
        Diagnostic.without(
            PlanCodes.COPY,
            "The "
                + live.ref().kind()
                + " `"
                + live.ref().name()
                + "` carries the birth record"
                + of
                + " and is a copy. It is left alone."));
  }
}

package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.Unwanted;
import java.util.List;
import java.util.Optional;

/**
 * Refuses to destroy what holds data because its resource left the program, until a user agrees: a
 * block is taken out, or gets another name, in less time than it takes to think of what is in its
 * object. What is protected is refused for that reason already, and no consent would help.
 */
record Loss(HostFates hosts, Renames renames) {
  /** The end of what is said to somebody who has not agreed. */
  static final String AGREE = "To lose it, agree with `--allow data_loss`.";

  List<Diagnostic> refused() {
    if (matched().request().options().mayLoseData()) {
      return List.of();
    }
    return Removals.meant(matched())
        .filter(it -> it.why() == Unwanted.Why.NOT_IN_PROGRAM)
        .filter(it -> it.live().unreadable().isEmpty())
        .filter(it -> !new Protection(matched().selected()).covers(it.address()))
        .flatMap(it -> refusal(it).stream())
        .toList();
  }

  private Matched matched() {
    return hosts.fates().matched();
  }

  private Optional<Diagnostic> refusal(Unwanted object) {
    Optional<KindSchema> kind = matched().request().kinds().find(object.live().ref().kind());
    LostInside lost = kind.map(it -> inside(object, it)).orElse(LostInside.NOTHING);
    boolean holdsData = kind.filter(HeldData::isIn).isPresent();
    return holdsData || !lost.isEmpty()
        ? Optional.of(refusal(object, lost, holdsData))
        : Optional.empty();
  }

  private LostInside inside(Unwanted object, KindSchema kind) {
    return LostInside.of(
        Removals.end(
            object.host(),
            object.address(),
            object.live(),
            kind,
            Action.DESTROY,
            HeldData.removing(kind)),
        hosts);
  }

  private Diagnostic refusal(Unwanted object, LostInside lost, boolean holdsData) {
    Ref ref = object.live().ref();
    String was = "`%s` was the %s `%s`".formatted(object.address(), ref.kind(), ref.name());
    Diagnostic refusal =
        lost.onto(at(object).note(was + (holdsData ? ", and what is in it goes with it." : ".")));
    for (String way : ways(object.address())) {
      refusal = refusal.note(way);
    }
    return refusal.note(AGREE);
  }

  /** How to keep it: as the object of a resource, where that is evident, or as nobody's. */
  private List<String> ways(Address address) {
    if (matched().selected().instances().containsKey(address)) {
      return List.of(
          "To keep it, give what is here now another name, and write: forget " + address);
    }
    String forget = "To keep it as it is and nobody's, write: forget " + address;
    String moved =
        renames
            .suggestion(address)
            .orElse("If the resource has another name now, write: moved " + address + " -> NAME");
    return List.of(moved, forget);
  }

  /** The place of what took its address, else of others from the same block, else of its host. */
  private Diagnostic at(Unwanted object) {
    Address address = object.address();
    Optional<Instance> successor = matched().selected().instance(address);
    if (successor.isPresent()) {
      String text = "this is not what it was, and the object of old would be destroyed";
      return Diagnostic.at(JudgeCodes.DATA_LOSS, successor.get().origin(), text);
    }
    Optional<Span> block = block(address);
    if (block.isPresent()) {
      return Diagnostic.at(
          JudgeCodes.DATA_LOSS, block.get(), "`" + address + "` is no longer one of these");
    }
    String text = "`" + address + "` stands on this host, and is no longer in the program";
    return matched()
        .selected()
        .program()
        .host(object.host())
        .map(HostInstance::origin)
        .map(origin -> Diagnostic.at(JudgeCodes.DATA_LOSS, origin, text))
        .orElseGet(() -> Diagnostic.without(JudgeCodes.DATA_LOSS, text));
  }

  private Optional<Span> block(Address address) {
    return matched().selected().instances().values().stream()
        .filter(it -> isSibling(it.address(), address))
        .map(Instance::origin)
        .findFirst();
  }

  /** Whether two addresses differ in keys alone. */
  private static boolean isSibling(Address one, Address other) {
    return one.steps().stream()
        .map(Address.Step::name)
        .toList()
        .equals(other.steps().stream().map(Address.Step::name).toList());
  }
}

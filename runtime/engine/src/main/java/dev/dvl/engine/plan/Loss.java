package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.identity.Unwanted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses to destroy what holds data because its resource left the program, until a user agrees: a
 * block is taken out, or gets another name, in less time than it takes to think of what is in its
 * object. What is protected is refused for that reason already, and no consent would help.
 */
final class Loss implements PlanStep {
  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().mayLoseData()) {
      return;
    }
    draft.unwanted.stream()
        .filter(it -> it.why() == Unwanted.Why.NOT_IN_PROGRAM)
        .filter(it -> Remove.isMeant(draft, it))
        .filter(it -> !Remove.isProtected(draft, it.address()))
        .filter(it -> draft.kinds.find(it.live().ref().kind()).filter(Loss::holdsData).isPresent())
        .forEach(it -> draft.diagnostics.report(refusal(draft, it)));
  }

  /** What it costs that an object of a kind goes. */
  static Impact removing(KindSchema kind) {
    return holdsData(kind) ? Impact.DATA_LOSS : Impact.NONE;
  }

  /** What it costs that an object of a kind is made anew. */
  static Impact replacing(KindSchema kind) {
    return holdsData(kind) ? Impact.DATA_LOSS : Impact.REPLACE;
  }

  /** Whether what is in the objects of a kind goes with them: its schema says so of some change. */
  private static boolean holdsData(KindSchema kind) {
    Stream<Attribute> attributes =
        Stream.concat(
            kind.attributes().stream(),
            kind.blocks().stream().flatMap(block -> block.attributes().stream()));
    return attributes.map(Attribute::impact).anyMatch(Loss::mayLoseData);
  }

  private static boolean mayLoseData(Term impact) {
    return impact instanceof Term.Call(String ignored, var arguments)
        ? arguments.stream().anyMatch(Loss::mayLoseData)
        : impact instanceof Term.Literal(Value.Text(String word))
            && Impact.of(word).filter(Impact::losesData).isPresent();
  }

  private static Diagnostic refusal(Draft draft, Unwanted object) {
    Ref ref = object.live().ref();
    Diagnostic refusal =
        at(draft, object)
            .note(
                "`%s` was the %s `%s`, and what is in it goes with it."
                    .formatted(object.address(), ref.kind(), ref.name()));
    for (String way : ways(draft, object.address())) {
      refusal = refusal.note(way);
    }
    return refusal.note("To lose it, agree with `--allow data_loss`.");
  }

  /** How to keep it: as the object of a resource, where that is evident, or as nobody's. */
  private static List<String> ways(Draft draft, Address address) {
    if (draft.instances.containsKey(address)) {
      return List.of(
          "To keep it, give what is here now another name, and write: forget " + address);
    }
    String forget = "To keep it as it is and nobody's, write: forget " + address;
    Address renamed = draft.renamed.get(address);
    return renamed != null
        ? List.of(Renamed.suggestion(address, renamed), forget)
        : List.of(
            "If the resource has another name now, write: moved " + address + " -> NAME", forget);
  }

  /** The place of what took its address, else of others from the same block, else of its host. */
  private static Diagnostic at(Draft draft, Unwanted object) {
    Address address = object.address();
    if (draft.instances.containsKey(address)) {
      String text = "this is not what it was, and the object of old would be destroyed";
      return Diagnostic.at(PlanCodes.DATA_LOSS, draft.instances.get(address).origin(), text);
    }
    Optional<Span> block = block(draft, address);
    if (block.isPresent()) {
      return Diagnostic.at(
          PlanCodes.DATA_LOSS, block.get(), "`" + address + "` is no longer one of these");
    }
    String text = "`" + address + "` stands on this host, and is no longer in the program";
    return draft
        .program
        .host(object.host())
        .map(HostInstance::origin)
        .map(origin -> Diagnostic.at(PlanCodes.DATA_LOSS, origin, text))
        .orElseGet(() -> Diagnostic.without(PlanCodes.DATA_LOSS, text));
  }

  private static Optional<Span> block(Draft draft, Address address) {
    return draft.instances.values().stream()
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

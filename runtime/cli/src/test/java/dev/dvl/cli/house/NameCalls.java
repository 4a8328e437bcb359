package dev.dvl.cli.house;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What calls do with a text that may be a name. */
final class NameCalls {
  private static final Set<String> BY_NAME =
      internal(
          Wanted.class,
          Desired.class,
          Instance.class,
          Live.class,
          HostSpec.class,
          Facts.class,
          KindSchema.class,
          Value.ObjectOf.class,
          Steps.Step.class);
  private static final Set<String> OF_NAMES =
      Set.of(
          "value",
          "output",
          "attribute",
          "block",
          "state",
          "has",
          "text",
          "number",
          "isTrue",
          "elements",
          "texts",
          "textMap",
          "field",
          "with");
  private static final Set<String> OF_MAPS =
      Set.of("get", "getOrDefault", "containsKey", "remove", "computeIfPresent");
  private static final Set<String> OF_COLLECTIONS = Set.of("contains", "indexOf", "remove");
  private static final Set<String> PATHS = internal(Path.class, Path.Step.Field.class);
  private static final Set<String> OF_PATHS = Set.of("of", "field", "<init>");
  private static final Set<String> GATHERED = internal(Set.class, List.class, Stream.class);

  /** What the platform sent: its texts are words of the platform. */
  private static final List<String> WIRE =
      List.of(
          "dev/dvl/vsphere/session/", "dev/dvl/vsphere/catalog/Entry", "dev/dvl/docker/wire/Json");

  private NameCalls() {}

  /** Whether a call looks up what stands under a name, whatever the name is. */
  static boolean looksUp(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && BY_NAME.contains(owner(call))
        && OF_NAMES.contains(name(call))
        && call.type().stringValue().startsWith("(Ljava/lang/String;");
  }

  /** Whether a call compares a text, looks it up, or makes a place in a resource of it. */
  static boolean compares(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && (name(call).equals("equals")
            || (isOf(call, "Map") && OF_MAPS.contains(name(call)))
            || ((isOf(call, "Set") || isOf(call, "List") || isOf(call, "Collection"))
                && OF_COLLECTIONS.contains(name(call)))
            || (PATHS.contains(owner(call)) && OF_PATHS.contains(name(call))));
  }

  /** Whether a call makes a set or a list of texts. */
  static boolean gathers(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && GATHERED.contains(owner(call))
        && name(call).equals("of");
  }

  /** Whether a call gets something from the platform, or says what is to be got. */
  static boolean readsWire(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && WIRE.stream().anyMatch(owner(call)::startsWith);
  }

  /** Where the elements begin that are gathered at {@code call}, where all of them are texts. */
  static int elements(List<Instruction> code, int call) {
    int from = call;
    while (from > 0 && isPartOfTexts(code.get(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isPartOfTexts(Instruction instruction) {
    return switch (instruction) {
      case ConstantInstruction _, ArrayStoreInstruction _, NewReferenceArrayInstruction _ -> true;
      case StackInstruction stack -> stack.opcode() == Opcode.DUP;
      default -> false;
    };
  }

  /** The texts that a switch over patterns tells apart; one over texts alone compares them. */
  static List<String> cases(Instruction instruction) {
    return instruction instanceof InvokeDynamicInstruction made
            && made.bootstrapMethod().owner().displayName().equals("SwitchBootstraps")
        ? made.bootstrapArgs().stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .toList()
        : List.of();
  }

  static Optional<String> text(Instruction instruction) {
    return instruction instanceof ConstantInstruction constant
            && constant.constantValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isOf(InvokeInstruction call, String type) {
    return owner(call).matches("java/util/\\w*" + type);
  }

  private static String owner(InvokeInstruction call) {
    return call.owner().asInternalName();
  }

  private static String name(InvokeInstruction call) {
    return call.name().stringValue();
  }

  private static Set<String> internal(Class<?>... types) {
    return Stream.of(types)
        .map(it -> it.getName().replace('.', '/'))
        .collect(Collectors.toUnmodifiableSet());
  }
}

package dev.dvl.cli.house;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places in a class at which an attribute, a field or an argument is looked up by its name:
 * calls that take a name, on what is wanted, what is live and what an op is given; and of maps,
 * calls with a word of the language as a constant.
 */
final class LookUps {
  private static final Set<String> BY_NAME =
      Stream.of(
              Wanted.class,
              Desired.class,
              Instance.class,
              Live.class,
              HostSpec.class,
              Value.ObjectOf.class,
              Steps.Step.class)
          .map(it -> it.getName().replace('.', '/'))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> OF_NAMES =
      Set.of(
          "value",
          "has",
          "text",
          "number",
          "isTrue",
          "elements",
          "texts",
          "textMap",
          "field",
          "with");
  private static final Set<String> OF_MAPS = Set.of("get", "getOrDefault", "containsKey");
  private static final Set<String> MAPS =
      Set.of("java/util/Map", "java/util/SortedMap", "java/util/TreeMap");

  /** So many instructions may lie between a key and the call that it is for. */
  private static final int NEAR = 2;

  private LookUps() {}

  /** How often {@code type} looks something up by name. */
  static int in(JavaClass type) {
    ClassModel model = ClassFile.of().parse(bytes(type));
    int count = 0;
    for (MethodModel method : model.methods()) {
      count += method.code().map(code -> in(instructions(code.elementList()))).orElse(0);
    }
    return count;
  }

  private static int in(List<Instruction> code) {
    int count = 0;
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof InvokeInstruction call
          && (isByName(call) || (isOfMap(call) && hasWord(code, i)))) {
        count++;
      }
    }
    return count;
  }

  private static boolean isByName(InvokeInstruction call) {
    return BY_NAME.contains(call.owner().asInternalName())
        && OF_NAMES.contains(call.name().stringValue())
        && call.type().stringValue().startsWith("(Ljava/lang/String;");
  }

  private static boolean isOfMap(InvokeInstruction call) {
    return MAPS.contains(call.owner().asInternalName())
        && OF_MAPS.contains(call.name().stringValue());
  }

  private static boolean hasWord(List<Instruction> code, int call) {
    return code.subList(Math.max(0, call - NEAR), call).stream()
        .anyMatch(
            it ->
                it instanceof ConstantInstruction constant
                    && constant.constantValue() instanceof String word
                    && word.matches("[a-z][a-z0-9_]*"));
  }

  private static List<Instruction> instructions(List<CodeElement> code) {
    List<Instruction> instructions = new ArrayList<>();
    for (CodeElement element : code) {
      if (element instanceof Instruction instruction) {
        instructions.add(instruction);
      }
    }
    return instructions;
  }

  private static byte[] bytes(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.dvl.packaging;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the pattern switches of a class into plain tests.
 *
 * <p>The compiler leaves the choice of a pattern switch to {@code SwitchBootstraps.typeSwitch},
 * which makes a class for each switch at its first run, at every start: the JDK's cache of loaded
 * classes keeps those of lambdas and not these. A method with one {@code instanceof} for each case
 * answers the same. The law is that of the bootstrap: null is -1, otherwise the first case not
 * below {@code restart} that fits, otherwise the number of cases.
 */
final class PatternSwitches {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

  private final ClassModel model;
  private final List<Choice> choices = new ArrayList<>();

  private PatternSwitches(ClassModel model) {
    this.model = model;
  }

  /** A switch: what it chooses by, and its cases. */
  private record Choice(String name, MethodTypeDesc type, List<ConstantDesc> cases) {}

  /** The class with plain tests; {@code loader} knows the classes that it names. */
  static byte[] flatten(byte[] bytes, ClassLoader loader) {
    ClassHierarchyResolver resolver = ClassHierarchyResolver.ofResourceParsing(loader);
    ClassFile file = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
    PatternSwitches switches = new PatternSwitches(file.parse(bytes));
    return file.transformClass(switches.model, switches.transform());
  }

  private ClassTransform transform() {
    return ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> this::call))
        .andThen(ClassTransform.endHandler(this::choose));
  }

  private void call(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction dynamic && understood(dynamic)) {
      Choice choice =
          new Choice(
              "$choose" + choices.size(),
              dynamic.typeSymbol(),
              List.copyOf(dynamic.bootstrapArgs()));
      choices.add(choice);
      code.invokestatic(
          model.thisClass().asSymbol(),
          choice.name(),
          choice.type(),
          model.flags().has(AccessFlag.INTERFACE));
    } else {
      code.with(element);
    }
  }

  private static boolean understood(InvokeDynamicInstruction dynamic) {
    return dynamic.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && dynamic.bootstrapMethod().methodName().equals("typeSwitch")
        && dynamic.bootstrapArgs().stream().allMatch(PatternSwitches::understood);
  }

  private static boolean understood(ConstantDesc label) {
    return label instanceof ClassDesc || label instanceof String;
  }

  private void choose(ClassBuilder builder) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    for (Choice choice : choices) {
      builder.withMethodBody(choice.name(), choice.type(), flags, code -> body(code, choice));
    }
  }

  private static void body(CodeBuilder code, Choice choice) {
    Label present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int i = 0; i < choice.cases().size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      fits(code, choice.cases().get(i));
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(choice.cases().size()).ireturn();
  }

  private static void fits(CodeBuilder code, ConstantDesc label) {
    if (label instanceof ClassDesc type) {
      code.aload(0).instanceOf(type);
    } else {
      code.loadConstant(label).aload(0).invokevirtual(ConstantDescs.CD_String, "equals", EQUALS);
    }
  }
}

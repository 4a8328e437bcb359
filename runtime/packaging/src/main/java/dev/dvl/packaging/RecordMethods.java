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
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes out {@code equals} and {@code hashCode} of a record.
 *
 * <p>The compiler leaves them to {@code ObjectMethods.bootstrap}, which makes classes for each
 * record at its first use, at every start, and the quick compiler makes slow code of them. The law
 * is that of the bootstrap: components are equal as {@code Objects.equals} or their wrapper says;
 * the hash is a polynomial in 31 over theirs.
 */
final class RecordMethods {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int FLAGS =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final ClassDesc self;
  private final List<Method> methods = new ArrayList<>();

  private RecordMethods(ClassDesc self) {
    this.self = self;
  }

  /** A method to write, over the fields that make the record. */
  private record Method(String name, MethodTypeDesc type, List<Field> fields) {}

  private record Field(String name, ClassDesc type) {}

  /** The class with both methods written out; {@code loader} knows the classes that it names. */
  static byte[] flatten(byte[] bytes, ClassLoader loader) {
    ClassHierarchyResolver resolver = ClassHierarchyResolver.ofResourceParsing(loader);
    ClassFile file = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
    ClassModel model = file.parse(bytes);
    return file.transformClass(model, new RecordMethods(model.thisClass().asSymbol()).transform());
  }

  private ClassTransform transform() {
    return ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> this::call))
        .andThen(ClassTransform.endHandler(this::write));
  }

  private void call(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction dynamic && understood(dynamic)) {
      Method method =
          new Method(
              "$" + dynamic.name().stringValue(),
              dynamic.typeSymbol(),
              dynamic.bootstrapArgs().stream()
                  .skip(2)
                  .map(DirectMethodHandleDesc.class::cast)
                  .map(
                      getter ->
                          new Field(getter.methodName(), getter.invocationType().returnType()))
                  .toList());
      methods.add(method);
      code.invokestatic(self, method.name(), method.type());
    } else {
      code.with(element);
    }
  }

  private static boolean understood(InvokeDynamicInstruction dynamic) {
    return dynamic.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && !dynamic.name().equalsString("toString");
  }

  private void write(ClassBuilder builder) {
    for (Method method : methods) {
      builder.withMethodBody(
          method.name(),
          method.type(),
          FLAGS,
          code -> {
            if (method.name().equals("$hashCode")) {
              hashes(code, method.fields());
            } else {
              equals(code, method.fields());
            }
          });
    }
  }

  private void hashes(CodeBuilder code, List<Field> fields) {
    code.iconst_0();
    for (Field field : fields) {
      code.bipush(31).imul().aload(0).getfield(self, field.name(), field.type());
      hash(code, field.type());
      code.iadd();
    }
    code.ireturn();
  }

  private static void hash(CodeBuilder code, ClassDesc type) {
    ClassDesc owner = type.isPrimitive() ? wrapper(type) : OBJECTS;
    ClassDesc taken = type.isPrimitive() ? type : ConstantDescs.CD_Object;
    code.invokestatic(owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, taken));
  }

  private void equals(CodeBuilder code, List<Field> fields) {
    Label differs = code.newLabel();
    Label other = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(self).ifeq(differs);
    int that = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(1).checkcast(self).astore(that);
    for (Field field : fields) {
      code.aload(0).getfield(self, field.name(), field.type());
      code.aload(that).getfield(self, field.name(), field.type());
      compare(code, field.type(), differs);
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  private static void compare(CodeBuilder code, ClassDesc type, Label differs) {
    if (type.isPrimitive()) {
      MethodTypeDesc compares = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
      code.invokestatic(wrapper(type), "compare", compares).ifne(differs);
    } else {
      MethodTypeDesc equal =
          MethodTypeDesc.of(
              ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
      code.invokestatic(OBJECTS, "equals", equal).ifeq(differs);
    }
  }

  private static ClassDesc wrapper(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException("no component has this type");
    };
  }
}

package dev.dvl.cli.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.Set;
import java.util.TreeSet;

/** The texts that the code of a class uses as they stand; names of members and types are none. */
final class Literals {
  private Literals() {}

  static Set<String> in(JavaClass type) {
    Set<String> found = new TreeSet<>();
    for (MethodModel method : model(type).methods()) {
      method.code().ifPresent(code -> code.forEach(it -> add(it, found)));
    }
    return found;
  }

  private static void add(Object element, Set<String> found) {
    if (element instanceof ConstantInstruction constant
        && constant.constantValue() instanceof String text) {
      found.add(text);
    }
  }

  private static ClassModel model(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("the class " + type.getName() + " cannot be read", e);
    }
  }
}

package dev.dvl.compiler.growth;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Loads the compiler and ANTLR once more, with each method and each jump in them counted. The count
 * is the same on every machine and under every load, which no clock is.
 */
final class CountingLoader extends ClassLoader {
  private static final List<String> COUNTED =
      List.of("dev.dvl.compiler.", "dev.dvl.grammar.", "org.antlr.v4.runtime.");

  private static final ClassDesc STEPS = ClassDesc.of(Steps.class.getName());

  private final ClassFile files =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(CountingLoader.class.getClassLoader())
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      boolean counted =
          COUNTED.stream().anyMatch(name::startsWith) && !name.equals(Steps.class.getName());
      return known != null ? known : counted ? counted(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> counted(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] plain = in.readAllBytes();
      byte[] counted = files.transformClass(files.parse(plain), transform());
      return defineClass(name, counted, 0, counted.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static ClassTransform transform() {
    return ClassTransform.transformingMethodBodies(
        CodeTransform.ofStateful(
            () ->
                new CodeTransform() {
                  @Override
                  public void atStart(CodeBuilder builder) {
                    step(builder);
                  }

                  @Override
                  public void accept(CodeBuilder builder, CodeElement element) {
                    if (element instanceof BranchInstruction) {
                      step(builder);
                    }
                    builder.with(element);
                  }
                }));
  }

  private static void step(CodeBuilder builder) {
    builder.invokestatic(STEPS, "step", MethodTypeDesc.of(ConstantDescs.CD_void));
  }
}

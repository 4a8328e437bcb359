package dev.dvl.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Objects;

/** Defines one class anew, and those inside it as they are, next to all others. */
final class Anew extends ClassLoader {
  private final String name;
  private final byte[] bytes;

  Anew(String name, byte[] bytes) {
    super(Anew.class.getClassLoader());
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
    if (!wanted.startsWith(name)) {
      return super.loadClass(wanted, resolve);
    }
    Class<?> known = findLoadedClass(wanted);
    if (known != null) {
      return known;
    }
    byte[] all = wanted.equals(name) ? bytes : compiled(wanted);
    return defineClass(wanted, all, 0, all.length);
  }

  /** A class as the compiler wrote it. */
  static byte[] compiled(String name) {
    String file = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(Anew.class.getResourceAsStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names that a class calls by {@code invokedynamic}. */
  static List<String> dynamic(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(it -> ((InvokeDynamicInstruction) it).name().stringValue())
        .toList();
  }
}

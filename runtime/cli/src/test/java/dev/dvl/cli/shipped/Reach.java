package dev.dvl.cli.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which code can be reached from some methods, read from class files and not run. Goes into the
 * code of the client and of docker-java. A call that is bound late goes to every class that has
 * been made so far and has such a method, so that more is found than is ever run.
 */
final class Reach {
  private static final Pattern ENTERED =
      Pattern.compile("(com/github/dockerjava|dev/dvl/docker/client)/.*");

  /** What others than this code call on its objects: what JSON is written from, callbacks. */
  private static final Pattern CALLED_BACK =
      Pattern.compile("(get|is|to|on|hash|close|run|accept|read|execute|serialize|deserialize).*");

  private record Method(String owner, String name, String type) {}

  private final ClassLoader loader;
  private final Map<String, Optional<ClassModel>> models = new HashMap<>();
  private final Set<Method> seen = new HashSet<>();
  private final Deque<Method> next = new ArrayDeque<>();
  private final Set<String> late = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Map<String, String> missing = new TreeMap<>();

  Reach(ClassLoader loader) {
    this.loader = loader;
  }

  /** Begins at every method of a class. */
  void from(Class<?> type) {
    String owner = type.getName().replace('.', '/');
    model(owner)
        .ifPresent(
            it ->
                it.methods()
                    .forEach(
                        method ->
                            enter(
                                owner,
                                method.methodName().stringValue(),
                                method.methodType().stringValue())));
  }

  /** Classes that are not there, each with a method that names it. */
  Map<String, String> missing() {
    while (!next.isEmpty()) {
      Method method = next.removeFirst();
      declared(method)
          .flatMap(MethodModel::code)
          .ifPresent(code -> code.forEach(element -> follow(method, element)));
    }
    return missing;
  }

  int size() {
    return seen.size();
  }

  private void follow(Method in, CodeElement element) {
    switch (element) {
      case InvokeInstruction call -> {
        touch(in, call.owner());
        String signature = call.name().stringValue() + call.type().stringValue();
        enter(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
        if (late.add(signature)) {
          Set.copyOf(made)
              .forEach(it -> enter(it, call.name().stringValue(), call.type().stringValue()));
        }
      }
      case InvokeDynamicInstruction call -> call.bootstrapArgs().forEach(it -> handle(in, it));
      case NewObjectInstruction creation -> {
        touch(in, creation.className());
        make(creation.className().asInternalName());
      }
      case FieldInstruction field -> touch(in, field.owner());
      case TypeCheckInstruction check -> touch(in, check.type());
      case ConstantInstruction.LoadConstantInstruction constant
          when constant.constantEntry() instanceof ClassEntry type ->
          touch(in, type);
      default -> {}
    }
  }

  private void handle(Method in, Object argument) {
    if (argument instanceof DirectMethodHandleDesc handle) {
      String owner = internal(handle.owner());
      touch(in, owner);
      enter(owner, handle.methodName(), handle.lookupDescriptor());
    }
  }

  private void make(String type) {
    if (!made.add(type)) {
      return;
    }
    for (String level = type; entered(level); level = parent(level)) {
      String owner = level;
      model(level)
          .ifPresent(
              it ->
                  it.methods().stream()
                      .filter(method -> isCalledLater(method))
                      .forEach(
                          method ->
                              enter(
                                  owner,
                                  method.methodName().stringValue(),
                                  method.methodType().stringValue())));
    }
  }

  private boolean isCalledLater(MethodModel method) {
    if (method.flags().has(AccessFlag.STATIC)) {
      return false;
    }
    String name = method.methodName().stringValue();
    return late.contains(name + method.methodType().stringValue())
        || CALLED_BACK.matcher(name).matches();
  }

  /** The method, or the one that it is inherited from. */
  private void enter(String owner, String name, String type) {
    for (String level = owner; entered(level); level = parent(level)) {
      Method method = new Method(level, name, type);
      if (declared(method).isPresent()) {
        if (seen.add(method)) {
          next.addLast(method);
        }
        return;
      }
    }
  }

  private Optional<MethodModel> declared(Method method) {
    return model(method.owner()).stream()
        .flatMap(it -> it.methods().stream())
        .filter(it -> it.methodName().equalsString(method.name()))
        .filter(it -> it.methodType().equalsString(method.type()))
        .findFirst();
  }

  private void touch(Method in, ClassEntry type) {
    touch(in, type.asInternalName());
  }

  private void touch(Method in, String named) {
    String type = named.replaceFirst("^\\[+L?", "").replaceFirst(";$", "");
    if (type.length() < 2 || type.startsWith("java/") || type.startsWith("javax/")) {
      return;
    }
    if (model(type).isEmpty()) {
      missing.putIfAbsent(type, in.owner() + "." + in.name());
      return;
    }
    if (entered(type)) {
      enter(type, "<clinit>", "()V");
      touch(in, parent(type));
    }
  }

  private static boolean entered(String type) {
    return ENTERED.matcher(type).matches();
  }

  private String parent(String type) {
    return model(type)
        .flatMap(ClassModel::superclass)
        .map(ClassEntry::asInternalName)
        .orElse("java/lang/Object");
  }

  private Optional<ClassModel> model(String type) {
    return models.computeIfAbsent(type, this::read);
  }

  private Optional<ClassModel> read(String type) {
    try (InputStream in = loader.getResourceAsStream(type + ".class")) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String internal(ClassDesc type) {
    return type.descriptorString().replaceFirst("^L", "").replaceFirst(";$", "");
  }
}

package dev.dvl.cli.house;

import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Methods that do something with a text that they are given, or hand it to one that does. */
final class TextMethods {
  private final Predicate<Instruction> does;
  private final Map<Call, Set<Integer>> found = new HashMap<>();

  private TextMethods(Predicate<Instruction> does) {
    this.does = does;
  }

  /** Those in a few classes that do what one instruction {@code does}. */
  static TextMethods in(List<ClassModel> types, Predicate<Instruction> does) {
    TextMethods methods = new TextMethods(does);
    boolean more;
    do {
      more = false;
      for (ClassModel type : types) {
        for (MethodModel method : type.methods()) {
          more |= methods.look(type, method);
        }
      }
    } while (more);
    return methods;
  }

  /**
   * What is given to a method as such a text: the instructions that push it; empty where another
   * method is called.
   */
  List<List<Instruction>> texts(List<Instruction> code, int call) {
    Set<Integer> places = called(code.get(call)).map(found::get).orElse(Set.of());
    if (places == null || places.isEmpty()) {
      return List.of();
    }
    List<List<Instruction>> arguments = Pushed.before(code, call);
    return places.stream().filter(it -> it < arguments.size()).map(arguments::get).toList();
  }

  /** Whether something more was found out about a method. */
  private boolean look(ClassModel type, MethodModel method) {
    Map<Integer, Integer> texts = slotsOfTexts(method);
    List<Instruction> code = method.code().map(LookUps::instructions).orElse(List.of());
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < code.size() && !texts.isEmpty(); i++) {
      List<List<Instruction>> given =
          does.test(code.get(i)) ? Pushed.before(code, i) : texts(code, i);
      for (List<Instruction> argument : given) {
        if (argument.size() == 1
            && argument.getFirst() instanceof LoadInstruction load
            && texts.containsKey(load.slot())) {
          places.add(texts.get(load.slot()));
        }
      }
    }
    Call self =
        new Call(
            type.thisClass().asInternalName(),
            method.methodName().stringValue(),
            method.methodType().stringValue());
    return !places.isEmpty() && found.computeIfAbsent(self, it -> new HashSet<>()).addAll(places);
  }

  /** The place among the arguments of each text, the object itself counted, by its variable. */
  private static Map<Integer, Integer> slotsOfTexts(MethodModel method) {
    Map<Integer, Integer> slots = new HashMap<>();
    int place = method.flags().has(AccessFlag.STATIC) ? 0 : 1;
    int slot = place;
    for (ClassDesc type :
        MethodTypeDesc.ofDescriptor(method.methodType().stringValue()).parameterList()) {
      if (type.equals(ConstantDescs.CD_String)) {
        slots.put(slot, place);
      }
      place++;
      slot += type.equals(ConstantDescs.CD_long) || type.equals(ConstantDescs.CD_double) ? 2 : 1;
    }
    return slots;
  }

  /** The method that an instruction calls, or hands on as a function. */
  static Optional<Call> called(Instruction instruction) {
    return switch (instruction) {
      case InvokeInstruction call ->
          Optional.of(
              new Call(
                  call.owner().asInternalName(),
                  call.name().stringValue(),
                  call.type().stringValue()));
      case InvokeDynamicInstruction made ->
          made.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(DirectMethodHandleDesc.class::cast)
              .map(it -> new Call(internal(it.owner()), it.methodName(), it.lookupDescriptor()))
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static String internal(ClassDesc type) {
    return type.descriptorString().replaceAll("^L|;$", "");
  }

  /**
   * A method of a class.
   *
   * @param owner as class files write it: {@code java/lang/String}
   */
  record Call(String owner, String name, String type) {
    boolean is(String owner, String name) {
      return this.owner.equals(owner) && this.name.equals(name);
    }
  }
}

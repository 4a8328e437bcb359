package dev.dvl.cli.house;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call is given: the instructions that push each of its arguments, found by going back from
 * the call. Where an argument is chosen by a branch, what stands before it is not told.
 */
final class Pushed {
  private Pushed() {}

  /**
   * The instructions behind each argument, the object on which it is called first, where there is
   * one. Those that cannot be told are empty.
   */
  static List<List<Instruction>> before(List<Instruction> code, int call) {
    int count = taken(code.get(call)).orElse(0);
    List<List<Instruction>> arguments = new ArrayList<>();
    int end = call;
    for (int i = 0; i < count; i++) {
      int start = start(code, end);
      arguments.addFirst(code.subList(Math.max(0, start), Math.max(0, start < 0 ? 0 : end)));
      end = start;
    }
    return arguments;
  }

  /** Where what is on top of the stack before {@code end} begins; -1 where that is not told. */
  private static int start(List<Instruction> code, int end) {
    int missing = 1;
    for (int at = end - 1; at >= 0; at--) {
      Optional<Integer> taken = taken(code.get(at));
      if (taken.isEmpty()) {
        return -1;
      }
      missing += taken.get() - given(code.get(at));
      if (missing == 0) {
        return at;
      }
    }
    return -1;
  }

  /** How many values an instruction takes from the stack; empty for one that ends a line. */
  private static Optional<Integer> taken(Instruction instruction) {
    return switch (instruction) {
      case LoadInstruction _, ConstantInstruction _, NewObjectInstruction _ -> Optional.of(0);
      case InvokeInstruction call ->
          Optional.of(
              MethodTypeDesc.ofDescriptor(call.type().stringValue()).parameterCount()
                  + (call.opcode() == Opcode.INVOKESTATIC ? 0 : 1));
      case InvokeDynamicInstruction made ->
          Optional.of(MethodTypeDesc.ofDescriptor(made.type().stringValue()).parameterCount());
      case FieldInstruction field when field.opcode() == Opcode.GETSTATIC -> Optional.of(0);
      case FieldInstruction field when field.opcode() == Opcode.GETFIELD -> Optional.of(1);
      case StackInstruction stack when stack.opcode() == Opcode.DUP -> Optional.of(1);
      case TypeCheckInstruction _, ConvertInstruction _ -> Optional.of(1);
      case NewReferenceArrayInstruction _ -> Optional.of(1);
      case ArrayLoadInstruction _ -> Optional.of(2);
      case ArrayStoreInstruction _ -> Optional.of(3);
      case OperatorInstruction operator ->
          Optional.of(
              operator.opcode() == Opcode.ARRAYLENGTH || operator.opcode().name().endsWith("NEG")
                  ? 1
                  : 2);
      default -> Optional.empty();
    };
  }

  private static int given(Instruction instruction) {
    return switch (instruction) {
      case InvokeInstruction call -> call.type().stringValue().endsWith(")V") ? 0 : 1;
      case StackInstruction _ -> 2;
      case ArrayStoreInstruction _ -> 0;
      default -> 1;
    };
  }
}

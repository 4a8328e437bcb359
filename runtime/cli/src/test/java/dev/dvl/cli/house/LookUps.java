package dev.dvl.cli.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The places in a class at which an attribute, a field or an argument is known by its name as a
 * text: calls that take a name, on what is wanted, what is live and what an op is given; words of
 * schemas that are compared, looked for or put together as a set; and words that are handed to a
 * method which does such a thing with them, however many methods lie between.
 */
final class LookUps {
  private final TextMethods helpers;
  private final Set<String> words;

  /**
   * @param types in which methods that take a name are looked for
   * @param words what schemas give a name to
   */
  LookUps(List<JavaClass> types, Set<String> words) {
    this.helpers =
        TextMethods.in(
            types.stream().map(LookUps::model).toList(),
            it -> NameCalls.looksUp(it) || NameCalls.compares(it));
    this.words = words;
  }

  /** How often {@code type} looks something up by name, or compares a name. */
  int in(JavaClass type) {
    int count = 0;
    for (MethodModel method : model(type).methods()) {
      count += method.code().map(code -> in(instructions(code))).orElse(0);
    }
    return count;
  }

  private int in(List<Instruction> code) {
    long count = 0;
    for (int i = 0; i < code.size(); i++) {
      if (NameCalls.looksUp(code.get(i)) || takesWord(code, i)) {
        count++;
      }
      count += NameCalls.cases(code.get(i)).stream().filter(words::contains).count();
    }
    return (int) count;
  }

  private boolean takesWord(List<Instruction> code, int at) {
    Instruction call = code.get(at);
    if (NameCalls.gathers(call)) {
      return !isAskedOfServer(code, at)
          && code.subList(NameCalls.elements(code, at), at).stream().anyMatch(this::isWord);
    }
    List<List<Instruction>> given =
        NameCalls.compares(call) ? compared(code, at) : helpers.texts(code, at);
    return given.stream().anyMatch(it -> it.size() == 1 && isWord(it.getFirst()));
  }

  /** Whether what is gathered are properties of a server's objects. */
  private boolean isAskedOfServer(List<Instruction> code, int at) {
    return at + 1 < code.size() && NameCalls.readsWire(code.get(at + 1));
  }

  /** What is compared; nothing where that is a text which the platform sent. */
  private List<List<Instruction>> compared(List<Instruction> code, int at) {
    List<List<Instruction>> given = Pushed.before(code, at);
    boolean sent =
        given.stream().anyMatch(it -> !it.isEmpty() && NameCalls.readsWire(it.getLast()));
    return sent ? List.of() : given;
  }

  private boolean isWord(Instruction instruction) {
    return NameCalls.text(instruction).filter(words::contains).isPresent();
  }

  static List<Instruction> instructions(CodeModel code) {
    List<Instruction> instructions = new ArrayList<>();
    for (CodeElement element : code) {
      if (element instanceof Instruction instruction) {
        instructions.add(instruction);
      }
    }
    return instructions;
  }

  static ClassModel model(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

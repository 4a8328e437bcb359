package dev.dvl.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What is done does not hang on the words of an error, which another release or another language
 * says otherwise, where a status, a type or a look at the platform can tell.
 *
 * <p>Found is each class that reads the words of an error, or what a program prints, and looks for
 * something in a text; and each that reads them in a method that compares texts, or hands them to
 * one that does. Some of these look at another text.
 */
class WordsOfServersTest {
  /** Who decides by words, and why. */
  private static final Map<String, String> KEPT =
      Map.of(
          "dev.dvl.docker.container.write.StartRefusal",
          "one status stands for ports, addresses and the runtime; the container shows no more",
          "dev.dvl.docker.image.PullImage",
          "one status stands for all that a registry says",
          "dev.dvl.docker.connect.Connector",
          "Java's own exceptions, and an engine that wants TLS, have no more than words",
          "dev.dvl.docker.registry.CredentialCommand",
          "helpers tell by words that they have no login: that is their protocol");

  /** Who looks at another text, and at which. */
  private static final Map<String, String> ANOTHER =
      Map.of(
          "dev.dvl.vsphere.catalog.NameProblem",
          "the first letter of a word of its own",
          "dev.dvl.vsphere.connect.Login",
          "the address that a program gives",
          "dev.dvl.vsphere.kind.Finds",
          "ids of objects",
          "dev.dvl.vsphere.machine.write.OvfFile",
          "names of files",
          "dev.dvl.vsphere.wire.soap.Faults",
          "the type of a fault");

  /** So many instructions may lie between words and the variable that keeps them. */
  private static final int NEAR = 4;

  private static final Set<String> COMPARING =
      Set.of(
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "equalsIgnoreCase",
          "regionMatches",
          "indexOf",
          "contentEquals");

  private final List<ClassModel> types = ProviderClasses.all().map(LookUps::model).toList();
  private final TextMethods comparing = TextMethods.in(types, WordsOfServersTest::compares);

  @Test
  void nothingIsDecidedByWhatAServerSays() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : ProviderClasses.all().toList()) {
      if (decidesByWords(LookUps.model(type))) {
        found.add(ProviderClasses.topLevel(type));
      }
    }
    Set<String> listed = new TreeSet<>(KEPT.keySet());
    listed.addAll(ANOTHER.keySet());
    assertThat(found).isEqualTo(listed);
  }

  private boolean decidesByWords(ClassModel type) {
    List<List<Instruction>> methods =
        type.methods().stream()
            .flatMap(method -> method.code().stream())
            .map(LookUps::instructions)
            .toList();
    boolean looks =
        methods.stream().anyMatch(it -> any(it, WordsOfServersTest::readsWords))
            && methods.stream().anyMatch(it -> any(it, WordsOfServersTest::looksFor));
    return looks || methods.stream().anyMatch(this::comparesWords);
  }

  private boolean comparesWords(List<Instruction> code) {
    return any(code, WordsOfServersTest::readsWords)
        && (any(code, WordsOfServersTest::compares) || handsOn(code));
  }

  /** Whether words are handed to a method that compares texts, at once or out of a variable. */
  private boolean handsOn(List<Instruction> code) {
    Set<Integer> variables = new HashSet<>();
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof StoreInstruction store
          && any(code.subList(Math.max(0, i - NEAR), i), WordsOfServersTest::readsWords)) {
        variables.add(store.slot());
      }
      if (comparing.texts(code, i).stream()
          .anyMatch(text -> any(text, it -> readsWords(it) || loads(it, variables)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean loads(Instruction instruction, Set<Integer> variables) {
    return instruction instanceof LoadInstruction load && variables.contains(load.slot());
  }

  private static boolean any(List<Instruction> code, Predicate<Instruction> is) {
    return code.stream().anyMatch(is);
  }

  private static boolean readsWords(Instruction instruction) {
    return TextMethods.called(instruction)
        .filter(
            call ->
                call.name().equals("getMessage")
                    || call.is("dev/dvl/docker/wire/EngineError", "sentence")
                    || call.is("dev/dvl/vsphere/session/Fault", "message")
                    || call.is("dev/dvl/vsphere/wire/vim/LocalizedMethodFault", "localizedMessage")
                    || call.is("java/lang/Process", "getInputStream")
                    || call.is("java/lang/Process", "getErrorStream"))
        .isPresent();
  }

  /** A part of a text that stands somewhere in it, or a form that it has. */
  private static boolean looksFor(Instruction instruction) {
    return TextMethods.called(instruction)
        .filter(
            call ->
                (call.owner().equals("java/lang/String") && COMPARING.contains(call.name()))
                    || call.owner().equals("java/util/regex/Pattern")
                    || call.owner().equals("java/util/regex/Matcher"))
        .isPresent();
  }

  private static boolean compares(Instruction instruction) {
    return looksFor(instruction)
        || TextMethods.called(instruction)
            .filter(call -> call.is("java/lang/String", "equals"))
            .isPresent();
  }
}

package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is done does not hang on the words of an error, which another release or another language
 * says otherwise, where a status or a look at the engine can tell.
 */
class WordsOfServersTest {
  /** Who reads the words of an error, or what a program prints, and compares texts, and why. */
  private static final Map<String, String> KEPT =
      Map.of(
          "container/write/StartRefusal",
          "one status stands for ports, addresses and the runtime; the container shows no more",
          "image/PullImage",
          "one status stands for all that a registry says",
          "connect/Connector",
          "Java's own exceptions, and an engine that wants TLS, have no more than words",
          "registry/CredentialCommand",
          "helpers tell by words that they have no login: that is their protocol");

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

  @Test
  void nothingIsDecidedByWhatAServerSays() throws IOException {
    Set<String> found = new TreeSet<>();
    Path classes = classes();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        ClassModel type = ClassFile.of().parse(file);
        if (any(type, WordsOfServersTest::readsWords)
            && any(type, WordsOfServersTest::comparesTexts)) {
          found.add(classes.relativize(file).toString().replaceAll("([$].*)?[.]class$", ""));
        }
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(KEPT.keySet()));
  }

  private static boolean readsWords(String owner, String name) {
    boolean said =
        (owner.equals("dev/dvl/docker/wire/EngineError") && name.equals("sentence"))
            || name.equals("getMessage");
    boolean printed = owner.equals("java/lang/Process") && name.equals("getInputStream");
    return said || printed;
  }

  private static boolean comparesTexts(String owner, String name) {
    return owner.equals("java/lang/String") && COMPARING.contains(name);
  }

  /** What looks at one call. */
  @FunctionalInterface
  private interface Call {
    boolean is(String owner, String name);
  }

  private static boolean any(ClassModel type, Call call) {
    return type.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .anyMatch(it -> it instanceof Instruction instruction && calls(instruction, call));
  }

  private static boolean calls(Instruction instruction, Call call) {
    return switch (instruction) {
      case InvokeInstruction made ->
          call.is(made.owner().asInternalName(), made.name().stringValue());
      case InvokeDynamicInstruction handed -> handed.bootstrapArgs().stream().anyMatch(is(call));
      default -> false;
    };
  }

  /** A method that is handed on by its name: {@code said::contains}. */
  private static Predicate<Object> is(Call call) {
    return it ->
        it instanceof DirectMethodHandleDesc method
            && call.is(
                method.owner().descriptorString().replaceAll("^L|;$", ""), method.methodName());
  }

  private static Path classes() {
    try {
      return Path.of(
              DockerProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolve("dev/dvl/docker");
    } catch (java.net.URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.DECIMAL;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.PATH;
import static dev.dvl.compiler.eval.SignatureParts.QUANTITY;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.T;
import static dev.dvl.compiler.eval.SignatureParts.TEXTS;
import static dev.dvl.compiler.eval.SignatureParts.anyOf;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.needed;
import static dev.dvl.compiler.eval.SignatureParts.scalar;

import dev.dvl.compiler.type.ScalarKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The standard functions that programs may call, each with its signature. */
public final class Signatures {
  private static final Map<String, Signature> BY_NAME = byName();

  private Signatures() {}

  public static Optional<Signature> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All names, those of one area beside each other. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static Map<String, Signature> byName() {
    Map<String, Signature> found = new LinkedHashMap<>();
    Stream.of(
            TextSignatures.ALL,
            EncodingSignatures.ALL,
            conversions(),
            NumberSignatures.ALL,
            CollectionSignatures.ALL,
            NetworkSignatures.ALL,
            surroundings())
        .flatMap(List::stream)
        .forEach(signature -> found.put(signature.name(), signature));
    return Collections.unmodifiableMap(found);
  }

  /** Each built-in type without parts has a function of its name that converts to it. */
  private static List<Signature> conversions() {
    Shape any = anyOf(STRING, INT, DECIMAL, BOOL, QUANTITY);
    return Stream.of(ScalarKind.values())
        .map(kind -> function(kind.word(), scalar(kind), needed("value", any)))
        .toList();
  }

  /** What reads the world around the program; only where the compiler is told what is there. */
  private static List<Signature> surroundings() {
    return List.of(
        function("env", STRING, needed("name", STRING)),
        function("file", STRING, needed("path", PATH)),
        function("line_of", STRING, needed("path", PATH)),
        function("template", STRING, needed("path", PATH), needed("values", T)),
        function("file_exists", BOOL, needed("path", PATH)),
        function("file_sha256", STRING, needed("path", PATH)),
        function("files_in", TEXTS, needed("folder", PATH)),
        function("folder_sha256", STRING, needed("folder", PATH)));
  }
}

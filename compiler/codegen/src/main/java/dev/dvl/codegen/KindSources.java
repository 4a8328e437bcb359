package dev.dvl.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.PackedKinds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * All Java sources that are made from kinds: their records, their names, and the kinds themselves,
 * packed.
 */
public final class KindSources {
  /** A constant of a class file holds 65535 bytes, and a character takes up to two. */
  private static final int CHUNK = 16_000;

  private KindSources() {}

  /** One file for each type. */
  public static List<JavaFile> of(Kinds kinds, String javaPackage) {
    Map<String, TypeSpec> specs = new LinkedHashMap<>();
    for (Extent extent : Extent.values()) {
      records(kinds, javaPackage, extent).forEach(specs::putIfAbsent);
    }
    List<TypeSpec> all = new ArrayList<>(specs.values());
    all.add(
        WordSpecs.words(
                "KindName",
                "The name of a kind, so that a misspelt one does not compile.",
                List.copyOf(kinds.byName().keySet()))
            .build());
    all.add(packed(kinds));
    return all.stream().map(spec -> file(spec, javaPackage)).toList();
  }

  /** Words, and unions with nothing inside, are the same in both extents. */
  private static Map<String, TypeSpec> records(Kinds kinds, String javaPackage, Extent extent) {
    JavaTypes types = new JavaTypes(javaPackage, kinds.types(), extent);
    kinds.byName().values().forEach(kind -> types.declare(types.records().kind(kind)));
    return types.declared();
  }

  private static JavaFile file(TypeSpec spec, String javaPackage) {
    return JavaFile.builder(javaPackage, spec)
        .addFileComment("Made from the schema files of the kinds; changes are lost.")
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }

  /** The packed kinds in texts of one character a byte: a class is read faster than a resource. */
  private static TypeSpec packed(Kinds kinds) {
    String text = new String(PackedKinds.pack(kinds), StandardCharsets.ISO_8859_1);
    List<CodeBlock> chunks = new ArrayList<>();
    for (int from = 0; from < text.length(); from += CHUNK) {
      String chunk = text.substring(from, Math.min(text.length(), from + CHUNK));
      chunks.add(CodeBlock.of("$L", literal(chunk)));
    }
    return TypeSpec.classBuilder("KindBytes")
        .addJavadoc("The kinds, packed.")
        .addModifiers(Modifier.FINAL)
        .addField(
            FieldSpec.builder(String[].class, "CHUNKS", Modifier.STATIC, Modifier.FINAL)
                .initializer("{\n$L\n}", CodeBlock.join(chunks, ",\n"))
                .build())
        .build();
  }

  private static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        out.append(String.format("\\%03o", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}

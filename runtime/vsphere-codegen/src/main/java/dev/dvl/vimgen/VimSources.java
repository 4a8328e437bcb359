package dev.dvl.vimgen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java sources for a schema. A data type is a record; one that others come from is a sealed
 * interface, and a record {@code Any…} stands for itself and for types that nobody here knows. A
 * method is a record of its parameters.
 */
public final class VimSources {
  private VimSources() {}

  /** One file for each type, in the package {@code target}. */
  public static List<JavaFile> of(Schema schema, String target) {
    Names names = new Names(target);
    DataRecords records = new DataRecords(schema, names);
    CallRecords calls = new CallRecords(names);
    return Stream.concat(
            schema.types().values().stream().flatMap(records::of),
            schema.methods().values().stream().map(calls::of))
        .map(type -> file(type, target))
        .toList();
  }

  private static JavaFile file(TypeSpec type, String target) {
    return JavaFile.builder(target, type).skipJavaLangImports(true).indent("  ").build();
  }
}

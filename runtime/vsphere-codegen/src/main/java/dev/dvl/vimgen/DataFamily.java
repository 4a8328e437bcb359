package dev.dvl.vimgen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Makes the sealed interface for a type that others come from. */
final class DataFamily {
  private final Schema schema;
  private final Names names;

  DataFamily(Schema schema, Names names) {
    this.schema = schema;
    this.names = names;
  }

  TypeSpec of(DataType type) {
    TypeSpec.Builder spec =
        TypeSpec.interfaceBuilder(type.name())
            .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
            .addJavadoc("The vim25 type {@code $L} and those that come from it.\n", type.name())
            .addSuperinterface(type.base().map(names::data).orElse(Names.DATA_OBJECT))
            .addPermittedSubclass(names.any(type.name()));
    schema.children(type).forEach(it -> spec.addPermittedSubclass(names.data(it.name())));
    type.own().stream()
        .map(property -> new Component(property, names))
        .forEach(component -> spec.addMethod(accessor(component)));
    return spec.addMethod(read(type)).build();
  }

  private static MethodSpec accessor(Component component) {
    return MethodSpec.methodBuilder(component.name())
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
        .returns(component.type())
        .build();
  }

  private MethodSpec read(DataType type) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (tree.type()) {\n$>");
    for (DataType child : schema.children(type)) {
      CodeBlock labels =
          family(child).map(it -> CodeBlock.of("$S", it)).collect(CodeBlock.joining(", "));
      cases.add("case $L -> $T.read(tree);\n", labels, names.data(child.name()));
    }
    cases.add("default -> $T.read(tree);\n$<};\n", names.any(type.name()));
    return MethodSpec.methodBuilder("read")
        .addJavadoc("Takes an element apart, by the type that it says it has.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(Names.TREE, "tree")
        .returns(names.data(type.name()))
        .addCode(cases.build())
        .build();
  }

  private Stream<String> family(DataType type) {
    return Stream.concat(
        Stream.of(type.name()), schema.children(type).stream().flatMap(this::family));
  }
}

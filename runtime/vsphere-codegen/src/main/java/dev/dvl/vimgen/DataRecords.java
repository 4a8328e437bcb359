package dev.dvl.vimgen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Makes what stands for a data type. */
final class DataRecords {
  private final Schema schema;
  private final Names names;

  DataRecords(Schema schema, Names names) {
    this.schema = schema;
    this.names = names;
  }

  Stream<TypeSpec> of(DataType type) {
    if (schema.children(type).isEmpty()) {
      return Stream.of(record(type, names.data(type.name()), false));
    }
    return Stream.of(
        new DataFamily(schema, names).of(type), record(type, names.any(type.name()), true));
  }

  private TypeSpec record(DataType type, ClassName self, boolean open) {
    List<Component> components =
        schema.properties(type).stream().map(it -> new Component(it, names)).toList();
    TypeSpec.Builder spec =
        TypeSpec.recordBuilder(self.simpleName())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                open
                    ? "A vim25 {@code $L}, or one of a kind that is not in the schema.\n"
                    : "The vim25 type {@code $L}.\n",
                type.name())
            .addSuperinterface(parent(type, open))
            .recordConstructor(constructor(components, open))
            .addField(known(components))
            .addMethod(compact(components))
            .addMethod(read(type, self, components, open))
            .addMethod(write(type, components));
    if (!open) {
      spec.addMethod(typeName(type));
    }
    RecordBuilders builders = new RecordBuilders(type, self, components, open);
    return spec.addMethod(builders.empty())
        .addMethod(builders.filled())
        .addType(builders.builder())
        .build();
  }

  private ClassName parent(DataType type, boolean open) {
    return open ? names.data(type.name()) : type.base().map(names::data).orElse(Names.DATA_OBJECT);
  }

  private static MethodSpec constructor(List<Component> components, boolean open) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (open) {
      constructor.addParameter(String.class, "typeName");
    }
    components.forEach(component -> constructor.addParameter(component.parameter()));
    return constructor.addParameter(Names.list(Names.EXTRA), "extras").build();
  }

  private static FieldSpec known(List<Component> components) {
    CodeBlock all =
        components.stream()
            .map(it -> CodeBlock.of("$S", it.property().name()))
            .collect(CodeBlock.joining(", "));
    return FieldSpec.builder(
            ParameterizedTypeName.get(Set.class, String.class),
            "KNOWN",
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of($L)", Set.class, all)
        .build();
  }

  private static MethodSpec compact(List<Component> components) {
    MethodSpec.Builder compact =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    components.stream()
        .filter(it -> it.property().count() == Property.Count.MANY)
        .forEach(
            it -> compact.addStatement("$N = $T.copyOf($N)", it.name(), List.class, it.name()));
    return compact.addStatement("extras = $T.copyOf(extras)", List.class).build();
  }

  private static MethodSpec read(
      DataType type, ClassName self, List<Component> components, boolean open) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (open) {
      arguments.add(CodeBlock.of("in.typeName($S)", type.name()));
    }
    components.forEach(component -> arguments.add(component.read()));
    arguments.add(CodeBlock.of("in.extras()"));
    return MethodSpec.methodBuilder("read")
        .addJavadoc("Takes an element apart; what is not known is kept.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(Names.TREE, "tree")
        .returns(self)
        .addStatement("$1T in = $1T.of(tree, KNOWN)", Names.FIELDS_IN)
        .addStatement("return new $T(\n$L)", self, CodeBlock.join(arguments, ",\n"))
        .build();
  }

  private static MethodSpec write(DataType type, List<Component> components) {
    MethodSpec.Builder write =
        MethodSpec.methodBuilder("write")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(Names.XML_OUT, "out")
            .addStatement("$1T fields = $1T.of(out, extras)", Names.FIELDS_OUT);
    type.since().ifPresent(it -> write.addStatement("fields.since($S, $S, true)", it, type.name()));
    components.forEach(component -> write.addCode(component.write()));
    return write.build();
  }

  private static MethodSpec typeName(DataType type) {
    return MethodSpec.methodBuilder("typeName")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return $S", type.name())
        .build();
  }
}

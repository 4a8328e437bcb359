package dev.dvl.vimgen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Makes the builder of a record: most properties of most types are left out. */
final class RecordBuilders {
  private final DataType type;
  private final ClassName self;
  private final ClassName builder;
  private final List<Component> components;
  private final boolean open;

  RecordBuilders(DataType type, ClassName self, List<Component> components, boolean open) {
    this.type = type;
    this.self = self;
    this.builder = self.nestedClass("Builder");
    this.components = components;
    this.open = open;
  }

  MethodSpec empty() {
    return MethodSpec.methodBuilder("builder")
        .addJavadoc("Begins with nothing set.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(builder)
        .addStatement("return new $T()", builder)
        .build();
  }

  MethodSpec filled() {
    MethodSpec.Builder filled =
        MethodSpec.methodBuilder("toBuilder")
            .addJavadoc("Begins with what this one has, unknown elements included.\n")
            .addModifiers(Modifier.PUBLIC)
            .returns(builder)
            .addStatement("$1T builder = new $1T()", builder);
    if (open) {
      filled.addStatement("builder.typeName = typeName");
    }
    components.forEach(it -> filled.addStatement("builder.$1N = $1N", it.name()));
    return filled.addStatement("builder.extras = extras").addStatement("return builder").build();
  }

  TypeSpec builder() {
    TypeSpec.Builder spec =
        TypeSpec.classBuilder("Builder")
            .addJavadoc(
                "Builds a {@link $L}; what the type requires must be set.\n", self.simpleName())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (open) {
      spec.addField(
          FieldSpec.builder(String.class, "typeName", Modifier.PRIVATE)
              .initializer("$S", type.name())
              .build());
      spec.addMethod(typeName());
    }
    components.forEach(it -> spec.addField(field(it)).addMethod(setter(it)));
    return spec.addField(
            FieldSpec.builder(Names.list(Names.EXTRA), "extras", Modifier.PRIVATE)
                .initializer("$T.of()", List.class)
                .build())
        .addMethod(build())
        .build();
  }

  private MethodSpec typeName() {
    return MethodSpec.methodBuilder("typeName")
        .addJavadoc("Makes it one of a type that comes from this one and needs nothing more.\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(String.class, "typeName")
        .returns(builder)
        .addStatement("this.typeName = typeName")
        .addStatement("return this")
        .build();
  }

  private static FieldSpec field(Component component) {
    FieldSpec.Builder field =
        FieldSpec.builder(component.unset(), component.name(), Modifier.PRIVATE);
    if (component.property().count() == Property.Count.MANY) {
      field.initializer("$T.of()", List.class);
    }
    return field.build();
  }

  private MethodSpec setter(Component component) {
    return MethodSpec.methodBuilder(component.name())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(component.parameter())
        .returns(builder)
        .addStatement("this.$1N = $1N", component.name())
        .addStatement("return this")
        .build();
  }

  private MethodSpec build() {
    List<CodeBlock> arguments = new ArrayList<>();
    if (open) {
      arguments.add(CodeBlock.of("typeName"));
    }
    components.forEach(it -> arguments.add(it.built(type.name())));
    arguments.add(CodeBlock.of("extras"));
    return MethodSpec.methodBuilder("build")
        .addModifiers(Modifier.PUBLIC)
        .returns(self)
        .addStatement("return new $T(\n$L)", self, CodeBlock.join(arguments, ",\n"))
        .build();
  }
}

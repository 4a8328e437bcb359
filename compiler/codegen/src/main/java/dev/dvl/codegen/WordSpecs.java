package dev.dvl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dvl.compiler.value.AttributeName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes enums whose constants know the word they stand for. */
final class WordSpecs {
  private WordSpecs() {}

  /** {@code VmAttribute} for {@code Vm}: the names of what a resource, block or object has. */
  static TypeSpec names(ClassName type, String owner, List<String> names) {
    return constants(
            type.simpleName(), "The names of what a <code>" + owner + "</code> has.", names)
        .addSuperinterface(AttributeName.class)
        .addMethod(word().addAnnotation(Override.class).build())
        .addMethod(
            MethodSpec.methodBuilder("of")
                .addJavadoc("The name that is written so, where there is one.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "word")
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), type))
                .beginControlFlow("for ($T constant : values())", type)
                .beginControlFlow("if (constant.word.equals(word))")
                .addStatement("return $T.of(constant)", Optional.class)
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $T.empty()", Optional.class)
                .build())
        .build();
  }

  /** One of a few words; without a way to read it. */
  static TypeSpec.Builder words(String simple, String doc, List<String> words) {
    return constants(simple, doc, words)
        .addMethod(word().addJavadoc("The word as programs write it.").build());
  }

  private static TypeSpec.Builder constants(String simple, String doc, List<String> words) {
    TypeSpec.Builder spec =
        TypeSpec.enumBuilder(simple)
            .addJavadoc(doc)
            .addModifiers(Modifier.PUBLIC)
            .addField(String.class, "word", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(String.class, "word")
                    .addStatement("this.word = word")
                    .build());
    for (String word : words) {
      spec.addEnumConstant(
          JavaNames.constant(word),
          TypeSpec.anonymousClassBuilder("$S", word).addJavadoc("<code>$L</code>", word).build());
    }
    return spec;
  }

  private static MethodSpec.Builder word() {
    return MethodSpec.methodBuilder("word")
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return word");
  }
}

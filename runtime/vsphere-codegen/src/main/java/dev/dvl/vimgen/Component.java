package dev.dvl.vimgen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Objects;
import javax.lang.model.SourceVersion;

/** A property as a component of a record: its type, how it is read and how it is written. */
record Component(Property property, Names names) {

  /** The property's name, unless Java has other plans for it. */
  String name() {
    return SourceVersion.isKeyword(property.name()) ? property.name() + "Value" : property.name();
  }

  TypeName type() {
    TypeName one = names.one(property);
    return switch (property.count()) {
      case ONE -> one;
      case MAYBE -> nullable(one);
      case MANY -> Names.list(one);
    };
  }

  /** The type of a builder's field, which begins without a value. */
  TypeName unset() {
    return switch (property.count()) {
      case ONE, MAYBE -> nullable(names.one(property));
      case MANY -> type();
    };
  }

  ParameterSpec parameter() {
    return ParameterSpec.builder(type(), name()).build();
  }

  CodeBlock read() {
    String how =
        switch (property.count()) {
          case ONE -> "one";
          case MAYBE -> "maybe";
          case MANY -> "many";
        };
    return CodeBlock.of("in.$L($S, $L)", how, property.name(), reader());
  }

  /** What turns an element into a value. */
  CodeBlock reader() {
    return switch (property.type()) {
      case "string" -> CodeBlock.of("$T::string", Names.SCALARS);
      case "int" -> CodeBlock.of("$T::integer", Names.SCALARS);
      case "long" -> CodeBlock.of("$T::longInteger", Names.SCALARS);
      case "boolean" -> CodeBlock.of("$T::bool", Names.SCALARS);
      case "time" -> CodeBlock.of("$T::time", Names.SCALARS);
      case "ref" -> CodeBlock.of("$T::ref", Names.SCALARS);
      case "any", "tree" -> CodeBlock.of("$T::tree", Names.SCALARS);
      case String data -> CodeBlock.of("$T::read", names.data(data));
    };
  }

  CodeBlock write() {
    CodeBlock since =
        property
            .since()
            .map(it -> CodeBlock.of("fields.since($S, $S, $L);\n", it, property.name(), present()))
            .orElse(CodeBlock.of(""));
    return CodeBlock.join(List.of(since, put()), "");
  }

  private CodeBlock put() {
    String plural = property.count() == Property.Count.MANY ? "s" : "";
    return switch (property.type()) {
      case "string", "int", "long", "boolean", "time" -> put("scalar" + plural);
      case "ref" -> put("ref" + plural);
      case "any", "tree" -> put("tree" + plural);
      case String data ->
          CodeBlock.of("fields.object$L($S, $S, $N);\n", plural, property.name(), data, name());
    };
  }

  private CodeBlock put(String how) {
    return CodeBlock.of("fields.$L($S, $N);\n", how, property.name(), name());
  }

  private CodeBlock present() {
    return switch (property.count()) {
      case ONE -> CodeBlock.of("true");
      case MAYBE -> CodeBlock.of("$N != null", name());
      case MANY -> CodeBlock.of("!$N.isEmpty()", name());
    };
  }

  /** What a builder hands to the record. */
  CodeBlock built(String owner) {
    return property.count() == Property.Count.ONE
        ? CodeBlock.of(
            "$T.requireNonNull($N, $S)", Objects.class, name(), owner + " needs " + property.name())
        : CodeBlock.of("$N", name());
  }

  private static TypeName nullable(TypeName type) {
    return type.box().annotated(AnnotationSpec.builder(Names.NULLABLE).build());
  }
}

package dev.dvl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component of a record.
 *
 * @param optional whether it may be absent from the whole
 * @param unset the value that stands for a missing one in the whole
 */
record Component(String name, String doc, Shape shape, boolean optional, Optional<Term> unset) {

  ParameterSpec parameter(Extent extent) {
    return ParameterSpec.builder(type(extent), JavaNames.component(name))
        .addJavadoc("$L\n", Javadoc.of(doc))
        .build();
  }

  private TypeName type(Extent extent) {
    TypeName type = shape.type();
    return switch (extent) {
      case PART -> in(Field.class, type);
      case WHOLE -> optional ? in(Optional.class, type) : type;
    };
  }

  private static TypeName in(Class<?> container, TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(container), type.box());
  }

  CodeBlock read(ClassName decode, Extent extent) {
    return switch (extent) {
      case PART -> CodeBlock.of("$T.field(fields, $S, $L)", decode, name, shape.decode());
      case WHOLE -> read(decode);
    };
  }

  private CodeBlock read(ClassName decode) {
    Optional<CodeBlock> otherwise = unset.flatMap(Component::literal);
    if (optional) {
      return CodeBlock.of("$T.optional(fields, $S, $L)", decode, name, shape.decode());
    }
    return otherwise
        .map(it -> CodeBlock.of("$T.orElse(fields, $S, $L, $L)", decode, name, shape.decode(), it))
        .orElseGet(() -> CodeBlock.of("$T.required(fields, $S, $L)", decode, name, shape.decode()));
  }

  private static Optional<CodeBlock> literal(Term term) {
    return term instanceof Term.Literal(Value value) ? Optional.of(code(value)) : Optional.empty();
  }

  private static CodeBlock code(Value value) {
    return switch (value) {
      case Value.Text(String text) -> CodeBlock.of("$T.text($S)", Value.class, text);
      case Value.Bool(boolean truth) -> CodeBlock.of("$T.of($L)", Value.class, truth);
      case Value.Int(long number) -> CodeBlock.of("$T.of($LL)", Value.class, number);
      case Value.Quantity(Dimension dimension, long amount) ->
          CodeBlock.of(
              "new $T($T.$L, $LL)", Value.Quantity.class, Dimension.class, dimension, amount);
      case Value.MapOf(var entries) when entries.isEmpty() ->
          CodeBlock.of("$T.of($T.of())", Value.MapOf.class, Map.class);
      case Value.SetOf(List<Value> elements) when elements.isEmpty() ->
          CodeBlock.of("new $T($T.of())", Value.SetOf.class, List.class);
      case Value.ListOf(List<Value> elements) when elements.isEmpty() ->
          CodeBlock.of("new $T($T.of())", Value.ListOf.class, List.class);
      case Value other -> throw new IllegalArgumentException("no literal in Java: " + other);
    };
  }
}

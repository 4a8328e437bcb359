package dev.dvl.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component of a record.
 *
 * @param optional whether it may be null
 * @param unset the value that stands for a missing one
 */
record Component(String name, String doc, Shape shape, boolean optional, Optional<Term> unset) {
  private static final AnnotationSpec NULLABLE =
      AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable")).build();

  ParameterSpec parameter() {
    TypeName type = shape.type();
    return ParameterSpec.builder(
            optional ? type.box().annotated(NULLABLE) : type, JavaNames.component(name))
        .addJavadoc("$L\n", Javadoc.of(doc))
        .build();
  }

  CodeBlock read(ClassName decode) {
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

package dev.dvl.vimgen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes the record for a method: the object it is called on, and its parameters. */
final class CallRecords {
  private final Names names;

  CallRecords(Names names) {
    this.names = names;
  }

  TypeSpec of(Method method) {
    List<Component> parameters =
        method.parameters().stream().map(it -> new Component(it, names)).toList();
    TypeName result = method.result().map(this::resultType).orElse(Names.DONE);
    return TypeSpec.recordBuilder(names.call(method.name()).simpleName())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The vim25 method {@code $L.$L}.\n", method.on(), method.name())
        .addSuperinterface(ParameterizedTypeName.get(Names.CALL, result))
        .recordConstructor(constructor(parameters))
        .addMethod(compact(parameters))
        .addMethod(answer("method", String.class, "return $S", method.name()))
        .addMethod(answer("reads", boolean.class, "return $L", method.reads()))
        .addMethod(write(parameters))
        .addMethod(result(method, result))
        .build();
  }

  private TypeName resultType(Property result) {
    TypeName one = names.one(result).box();
    return switch (result.count()) {
      case ONE -> one;
      case MAYBE -> ParameterizedTypeName.get(ClassName.get(Optional.class), one);
      case MANY -> Names.list(one);
    };
  }

  private static MethodSpec constructor(List<Component> parameters) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(Names.REF, "self");
    parameters.forEach(it -> constructor.addParameter(it.parameter()));
    return constructor.build();
  }

  private static MethodSpec compact(List<Component> parameters) {
    MethodSpec.Builder compact =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    parameters.stream()
        .filter(it -> it.property().count() == Property.Count.MANY)
        .forEach(it -> compact.addStatement("$1N = $2T.copyOf($1N)", it.name(), List.class));
    return compact.build();
  }

  private static MethodSpec answer(String name, Type type, String code, Object value) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement(code, value)
        .build();
  }

  private static MethodSpec write(List<Component> parameters) {
    MethodSpec.Builder write =
        MethodSpec.methodBuilder("write")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(Names.XML_OUT, "out");
    if (!parameters.isEmpty()) {
      write.addStatement("$1T fields = $1T.of(out, $2T.of())", Names.FIELDS_OUT, List.class);
      parameters.forEach(it -> write.addCode(it.write()));
    }
    return write.build();
  }

  private MethodSpec result(Method method, TypeName result) {
    CodeBlock code =
        method
            .result()
            .map(
                it ->
                    CodeBlock.of(
                        "$T.$L(returned, $L)",
                        Names.CALL,
                        it.count().name().toLowerCase(Locale.ROOT),
                        new Component(it, names).reader()))
            .orElse(CodeBlock.of("$T.DONE", Names.DONE));
    return MethodSpec.methodBuilder("result")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Names.list(Names.TREE), "returned")
        .returns(result)
        .addStatement("return $L", code)
        .build();
  }
}

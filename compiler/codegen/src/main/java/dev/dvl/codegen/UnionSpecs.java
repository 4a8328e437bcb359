package dev.dvl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Tags;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes enums for unions of fixed texts, and sealed interfaces for other unions. */
final class UnionSpecs {
  private final JavaTypes types;

  UnionSpecs(JavaTypes types) {
    this.types = types;
  }

  Shape shape(List<Type> members, String wanted) {
    if (members.stream().allMatch(Type.Literal.class::isInstance)) {
      return words(members, wanted);
    }
    if (members.stream().anyMatch(Type.Ref.class::isInstance)) {
      return linked(members);
    }
    if (Tags.of(members).isPresent()) {
      return tagged(members, Tags.of(members).get(), wanted);
    }
    Map<String, Shape> cases = cases(members, wanted);
    return cases.size() == 1 ? cases.values().iterator().next() : mixed(cases, wanted);
  }

  /** A resource of one kind or several, or a text in its place: a name, or a word. */
  private Shape linked(List<Type> members) {
    boolean named = false;
    for (Type member : members) {
      if (!(member instanceof Type.Ref)) {
        named = true;
        requireText(member);
      }
    }
    return named ? types.link() : types.shape(members.getFirst(), "");
  }

  private static void requireText(Type member) {
    boolean word = member instanceof Type.Literal;
    if (!word && Form.of(member) != Form.Text) {
      throw new IllegalArgumentException("no member of a union with a reference: " + member);
    }
  }

  /** An enum whose constants know the word they stand for. */
  private Shape words(List<Type> members, String wanted) {
    TypeSpec.Builder spec =
        WordSpecs.words(
            wanted,
            "One of a few words.",
            members.stream()
                .map(member -> ((Value.Text) ((Type.Literal) member).value()).value())
                .toList());
    spec.addMethod(
        of(wanted)
            .addStatement("$T word = $T.text(value)", String.class, types.decode())
            .beginControlFlow("for ($T constant : values())", types.name(wanted))
            .beginControlFlow("if (constant.word.equals(word))")
            .addStatement("return constant")
            .endControlFlow()
            .endControlFlow()
            .addStatement("throw $T.wrong($S, value)", types.decode(), "one of a few words")
            .build());
    types.declare(spec.build());
    return types.made(wanted);
  }

  /** Objects that a field tells apart: their records implement the interface themselves. */
  private Shape tagged(List<Type> members, String tag, String wanted) {
    List<Type.ObjectOf> objects =
        members.stream().flatMap(member -> Tags.object(member).stream()).toList();
    List<String> names = objects.stream().flatMap(object -> object.name().stream()).toList();
    String end = names.size() == objects.size() ? JavaNames.commonEnd(names) : "";
    String base = end.isEmpty() ? wanted : end;
    String simple = types.extent().inner(base);
    TypeSpec.Builder spec = sealed(simple, types.doc(base, "One of several forms."));
    CodeBlock.Builder choice = CodeBlock.builder();
    for (Type.ObjectOf object : objects) {
      List<Value> values = Tags.values(object, tag);
      String word = ((Value.Text) values.getFirst()).value();
      Shape shape =
          types.object(object, wanted + JavaNames.type(word), Optional.of(types.name(simple)));
      spec.addPermittedSubclass(shape.type());
      String labels =
          String.join(
              ", ", values.stream().map(it -> "\"" + ((Value.Text) it).value() + "\"").toList());
      choice.add("case $L -> $T.of(value);\n", labels, shape.type());
    }
    choice.add("default -> throw $T.wrong($S, value);\n", types.decode(), "another `" + tag + "`");
    spec.addMethod(
        of(simple)
            .addCode(
                "return switch ($T.required($T.object(value), $S, $T.TEXT)) {\n$>$L$<};\n",
                types.decode(),
                types.decode(),
                tag,
                types.decode(),
                choice.build())
            .build());
    types.declare(spec.build());
    return types.made(simple);
  }

  /** Values of different forms, each in a record of its own. */
  private Shape mixed(Map<String, Shape> cases, String wanted) {
    boolean flat = cases.keySet().stream().map(Form::valueOf).noneMatch(Form::holds);
    String simple = flat ? wanted : types.extent().inner(wanted);
    TypeSpec.Builder spec = sealed(simple, "One of several forms.");
    CodeBlock.Builder choice = CodeBlock.builder();
    ClassName union = types.name(simple);
    cases.forEach(
        (name, shape) -> {
          ClassName form = union.nestedClass(name);
          spec.addType(
              TypeSpec.recordBuilder(name)
                  .addJavadoc("This form.")
                  .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                  .addSuperinterface(union)
                  .recordConstructor(
                      MethodSpec.constructorBuilder().addParameter(shape.type(), "value").build())
                  .build());
          choice.add(
              "case $L ignored -> new $T($T.form($L, value));\n",
              Form.valueOf(name).pattern,
              form,
              types.decode(),
              shape.decode());
        });
    choice.add(
        "case $T other -> throw $T.wrong($S, other);\n",
        Value.class,
        types.decode(),
        "another form");
    spec.addMethod(
        of(simple).addCode("return switch (value) {\n$>$L$<};\n", choice.build()).build());
    types.declare(spec.build());
    return types.made(simple);
  }

  private static TypeSpec.Builder sealed(String simple, String doc) {
    return TypeSpec.interfaceBuilder(simple)
        .addJavadoc(Javadoc.of(doc))
        .addModifiers(Modifier.PUBLIC, Modifier.SEALED);
  }

  private MethodSpec.Builder of(String simple) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc("Takes a known value apart.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(Value.class, "value")
        .returns(types.name(simple));
  }

  /** Objects are one form, whichever of them it is. */
  private Map<String, Shape> cases(List<Type> members, String wanted) {
    List<Type> objects = members.stream().filter(it -> Tags.object(it).isPresent()).toList();
    Map<String, Shape> cases = new LinkedHashMap<>();
    for (Type member : members) {
      Type shown =
          switch (member) {
            case Type.Literal ignored -> Type.of(ScalarKind.STRING);
            case Type it when objects.contains(it) && objects.size() > 1 -> new Type.Union(objects);
            case Type it -> it;
          };
      Form form = Form.of(shown);
      String inner = form == Form.Fields ? wanted + form : wanted;
      cases.putIfAbsent(form.name(), types.shape(shown, inner));
    }
    return cases;
  }

  /** The forms that a value of a mixed union may have, by the name of their record. */
  private enum Form {
    Text("Value.Text"),
    Amount("Value.Quantity"),
    Whole("Value.Int"),
    Number("Value.Decimal"),
    Truth("Value.Bool"),
    Items("Value.ListOf"),
    Entries("Value.MapOf"),
    Fields("Value.ObjectOf");

    private final String pattern;

    Form(String pattern) {
      this.pattern = pattern;
    }

    /** Whether there are values inside, which may be later one by one. */
    boolean holds() {
      return this == Items || this == Entries || this == Fields;
    }

    static Form of(Type type) {
      return switch (type) {
        case Type.Scalar(ScalarKind kind, var ignored) -> of(kind);
        case Type.ListOf ignored -> Items;
        case Type.SetOf ignored -> Items;
        case Type.MapOf ignored -> Entries;
        case Type.ObjectOf ignored -> Fields;
        case Type.Refined refined -> of(refined.base());
        case Type.Union(List<Type> members) when Tags.of(members).isPresent() -> Fields;
        case Type other -> throw new IllegalArgumentException("no member of a union: " + other);
      };
    }

    private static Form of(ScalarKind kind) {
      return switch (kind) {
        case STRING, IP, CIDR, MAC, PORT_MAPPING, IMAGE_REF, PATH, URL -> Text;
        case INT, PORT -> Whole;
        case DECIMAL -> Number;
        case BOOL -> Truth;
        case SIZE, DURATION, FREQUENCY, RATE, PERCENT -> Amount;
      };
    }
  }
}

package dev.dvl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes the records for kinds, blocks and objects, and the names in them. */
final class RecordSpecs {
  private final JavaTypes types;

  RecordSpecs(JavaTypes types) {
    this.types = types;
  }

  /** {@code ContainerSpec} and {@code ContainerPart} for {@code container}. */
  TypeSpec kind(KindSchema kind) {
    String owner = JavaNames.type(kind.name());
    List<Component> components = new ArrayList<>();
    kind.attributes().forEach(attribute -> components.add(component(attribute, owner)));
    kind.blocks().forEach(block -> components.add(block(block, owner)));
    String simple = types.extent().kind(owner);
    names(owner, components);
    return spec(simple, kind.doc(), components, Optional.empty())
        .addMethod(ofFields(simple, components))
        .build();
  }

  /** A record for an object type, without the field that only tells it from others. */
  TypeSpec object(String simple, Type.ObjectOf object, Optional<ClassName> union) {
    List<Component> components = new ArrayList<>();
    for (Type.Field field : object.fields().values()) {
      boolean isTag = union.isPresent() && field.type() instanceof Type.Literal;
      if (!isTag) {
        components.add(component(field, simple));
      }
    }
    names(simple, components);
    return withOf(types.extent().inner(simple), types.doc(simple, simple + "."), components, union);
  }

  /** {@code VmAttribute} for {@code Vm}, the same in both extents. */
  private void names(String owner, List<Component> components) {
    if (!components.isEmpty()) {
      types.declare(
          WordSpecs.names(
              types.name(owner + "Attribute"),
              owner,
              components.stream().map(Component::name).toList()));
    }
  }

  private Component block(Block block, String owner) {
    String simple = owner + JavaNames.type(block.name());
    List<Component> components =
        block.attributes().stream().map(attribute -> component(attribute, simple)).toList();
    names(simple, components);
    types.declare(withOf(types.extent().inner(simple), block.doc(), components, Optional.empty()));
    Shape one = types.made(types.extent().inner(simple));
    return block.labelled()
        ? new Component(
            block.name(),
            block.doc(),
            types.blocks(one),
            false,
            Optional.of(new Term.Literal(Value.MapOf.of(Map.of()))))
        : new Component(block.name(), block.doc(), one, block.optional(), Optional.empty());
  }

  private Component component(Attribute attribute, String owner) {
    String wanted = owner + JavaNames.type(attribute.name());
    Shape shape =
        attribute
            .by()
            .map(by -> types.lifted(attribute.type(), by, wanted))
            .orElseGet(() -> types.shape(attribute.type(), wanted));
    Optional<Term> unset =
        attribute.unset() instanceof Attribute.Default.Sent(Term value)
            ? Optional.of(value)
            : Optional.empty();
    return new Component(
        attribute.name(),
        attribute.doc(),
        shape,
        attribute.type() instanceof Type.Maybe && unset.isEmpty(),
        unset);
  }

  private Component component(Type.Field field, String owner) {
    Shape shape = types.shape(field.type(), owner + JavaNames.type(field.name()));
    boolean optional = field.mayBeAbsent() && field.value().isEmpty();
    return new Component(field.name(), field.doc(), shape, optional, field.value());
  }

  private TypeSpec withOf(
      String simple, String doc, List<Component> components, Optional<ClassName> union) {
    MethodSpec ofValue =
        MethodSpec.methodBuilder("of")
            .addJavadoc(types.extent().reading())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(Value.class, "value")
            .returns(types.name(simple))
            .addStatement("$T fields = $T.object(value)", fieldsType(), types.decode())
            .addStatement(construct(simple, components))
            .build();
    return spec(simple, doc, components, union).addMethod(ofValue).build();
  }

  private MethodSpec ofFields(String simple, List<Component> components) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(types.extent().reading())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(fieldsType(), "fields")
        .returns(types.name(simple))
        .addStatement(construct(simple, components))
        .build();
  }

  private TypeSpec.Builder spec(
      String simple, String doc, List<Component> components, Optional<ClassName> union) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    components.forEach(component -> constructor.addParameter(component.parameter(types.extent())));
    TypeSpec.Builder spec =
        TypeSpec.recordBuilder(simple)
            .addJavadoc("$L\n\n", Javadoc.of(doc))
            .addModifiers(Modifier.PUBLIC)
            .recordConstructor(constructor.build());
    union.ifPresent(spec::addSuperinterface);
    return spec;
  }

  private CodeBlock construct(String simple, List<Component> components) {
    CodeBlock arguments =
        components.stream()
            .map(component -> component.read(types.decode(), types.extent()))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("return new $T(\n$L)", types.name(simple), arguments);
  }

  private static ParameterizedTypeName fieldsType() {
    return ParameterizedTypeName.get(Map.class, String.class, Value.class);
  }
}

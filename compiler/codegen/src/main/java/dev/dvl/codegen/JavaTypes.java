package dev.dvl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dvl.compiler.schema.NamedType;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Tags;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Finds the Java type for each type of a schema, and declares those that have to be made. */
final class JavaTypes {
  private final String javaPackage;
  private final Map<String, NamedType> named;
  private final Extent extent;
  private final Map<String, TypeSpec> declared = new LinkedHashMap<>();
  private final RecordSpecs records;
  private final UnionSpecs unions;

  JavaTypes(String javaPackage, Map<String, NamedType> named, Extent extent) {
    this.javaPackage = javaPackage;
    this.named = named;
    this.extent = extent;
    this.records = new RecordSpecs(this);
    this.unions = new UnionSpecs(this);
  }

  Map<String, TypeSpec> declared() {
    return declared;
  }

  RecordSpecs records() {
    return records;
  }

  Extent extent() {
    return extent;
  }

  ClassName name(String simple) {
    return ClassName.get(javaPackage, simple);
  }

  ClassName decode() {
    return name("Decode");
  }

  void declare(TypeSpec spec) {
    declared.put(spec.name(), spec);
  }

  String doc(String name, String otherwise) {
    NamedType type = named.get(name);
    return type == null ? otherwise : type.doc();
  }

  /** The shape of {@code type}; a type that has to be made is called {@code wanted}. */
  Shape shape(Type type, String wanted) {
    return switch (type) {
      case Type.Scalar(ScalarKind kind, var ignored) -> scalar(kind);
      case Type.Literal literal -> unions.shape(List.of(literal), wanted);
      case Type.Union(List<Type> members) -> unions.shape(members, wanted);
      case Type.ListOf(Type element, var ignored) -> list(shape(element, wanted));
      case Type.SetOf(Type element, var ignored) -> list(shape(element, wanted));
      case Type.MapOf(Type value, var ignored) ->
          map(shape(value, wanted), extent == Extent.PART ? "fieldMap" : "map");
      case Type.ObjectOf object -> object(object, wanted, Optional.empty());
      case Type.Maybe(Type inner) -> shape(inner, wanted);
      case Type.Refined(var ignored, Type base, var alsoIgnored) -> shape(base, wanted);
      case Type.Ref ignored -> scalar(Link.Made.class, "REF");
      case Type other -> throw new IllegalArgumentException("no attribute has this type: " + other);
    };
  }

  /** As {@link #shape}, where elements that are no objects stand for their {@code by} field. */
  Shape lifted(Type type, String by, String wanted) {
    return switch (type) {
      case Type.Maybe(Type inner) -> lifted(inner, by, wanted);
      case Type.SetOf(Type element, var ignored) -> list(liftedElement(element, by, wanted));
      case Type.ListOf(Type element, var ignored) -> list(liftedElement(element, by, wanted));
      case Type other -> shape(other, wanted);
    };
  }

  private Shape liftedElement(Type element, String by, String wanted) {
    if (!(element instanceof Type.Union(List<Type> members)) || Tags.of(members).isPresent()) {
      return shape(element, wanted);
    }
    List<Type> objects = members.stream().filter(it -> Tags.object(it).isPresent()).toList();
    Shape object =
        shape(objects.size() == 1 ? objects.getFirst() : new Type.Union(objects), wanted);
    return new Shape(
        object.type(), CodeBlock.of("$T.lifted($S, $L)", decode(), by, object.decode()));
  }

  /** A record for an object; as a member of a union it implements {@code union}. */
  Shape object(Type.ObjectOf object, String wanted, Optional<ClassName> union) {
    String simple = object.name().orElse(wanted);
    if (!declared.containsKey(extent.inner(simple))) {
      declare(records.object(simple, object, union));
    }
    return made(extent.inner(simple));
  }

  Shape made(String simple) {
    return new Shape(name(simple), CodeBlock.of("$T::of", name(simple)));
  }

  /** Labelled blocks: which there are is always known. */
  Shape blocks(Shape block) {
    return map(block, "map");
  }

  /** Any member that is a reference makes a link of a union: a resource, or a name in its place. */
  Shape link() {
    return scalar(Link.class, "LINK");
  }

  private Shape map(Shape value, String method) {
    TypeName entry = method.equals("map") ? value.type().box() : field(value);
    TypeName type =
        ParameterizedTypeName.get(
            ClassName.get(SortedMap.class), ClassName.get(String.class), entry);
    return new Shape(type, CodeBlock.of("$T.$L($L)", decode(), method, value.decode()));
  }

  private Shape list(Shape element) {
    boolean part = extent == Extent.PART;
    TypeName type =
        ParameterizedTypeName.get(
            ClassName.get(List.class), part ? field(element) : element.type().box());
    return new Shape(
        type, CodeBlock.of("$T.$L($L)", decode(), part ? "fields" : "list", element.decode()));
  }

  private static TypeName field(Shape inner) {
    return ParameterizedTypeName.get(ClassName.get(Field.class), inner.type().box());
  }

  private Shape scalar(ScalarKind kind) {
    return switch (kind) {
      case STRING, IP, CIDR, MAC, PORT_MAPPING, IMAGE_REF, PATH, URL ->
          scalar(String.class, "TEXT");
      case INT -> scalar(long.class, "WHOLE");
      case PORT -> scalar(int.class, "PORT");
      case DECIMAL -> scalar(BigDecimal.class, "DECIMAL");
      case BOOL -> scalar(boolean.class, "TRUTH");
      case SIZE, FREQUENCY, RATE, PERCENT -> scalar(long.class, "AMOUNT");
      case DURATION -> scalar(Duration.class, "DURATION");
    };
  }

  private Shape scalar(Class<?> type, String form) {
    return new Shape(TypeName.get(type), CodeBlock.of("$T.$L", decode(), form));
  }
}

package dev.dvl.vimgen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.time.Instant;
import java.util.List;

/** Which Java type stands for what. */
final class Names {
  private static final String XML = "dev.dvl.vsphere.wire.xml";
  private static final String DOOR = "dev.dvl.vsphere.session";

  static final ClassName TREE = ClassName.get(DOOR, "Tree");
  static final ClassName REF = ClassName.get(DOOR, "Ref");
  static final ClassName DATA_OBJECT = ClassName.get(XML, "DataObject");
  static final ClassName CALL = ClassName.get(XML, "Call");
  static final ClassName DONE = CALL.nestedClass("Done");
  static final ClassName EXTRA = ClassName.get(XML, "Extra");
  static final ClassName FIELDS_IN = ClassName.get(XML, "FieldsIn");
  static final ClassName FIELDS_OUT = ClassName.get(XML, "FieldsOut");
  static final ClassName XML_OUT = ClassName.get(XML, "XmlOut");
  static final ClassName SCALARS = ClassName.get(XML, "Scalars");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  private final String target;

  Names(String target) {
    this.target = target;
  }

  String target() {
    return target;
  }

  /** The record or interface of a data type. */
  ClassName data(String type) {
    return ClassName.get(target, type);
  }

  /** The record that stands for a type with children itself, and for children nobody knows. */
  ClassName any(String type) {
    return ClassName.get(target, "Any" + type);
  }

  /** {@code CloneVMTask} for {@code CloneVM_Task}. */
  ClassName call(String method) {
    return ClassName.get(target, method.replace("_", ""));
  }

  /** The Java type of one value. */
  TypeName one(Property property) {
    return switch (property.type()) {
      case "string" -> ClassName.get(String.class);
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "boolean" -> TypeName.BOOLEAN;
      case "time" -> ClassName.get(Instant.class);
      case "ref" -> REF;
      case "any", "tree" -> TREE;
      case String data -> data(data);
    };
  }

  static TypeName list(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element.box());
  }
}

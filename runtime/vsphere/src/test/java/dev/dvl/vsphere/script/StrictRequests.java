package dev.dvl.vsphere.script;

import dev.dvl.vimgen.DataType;
import dev.dvl.vimgen.Method;
import dev.dvl.vimgen.Property;
import dev.dvl.vimgen.Schema;
import dev.dvl.vimgen.SchemaReader;
import dev.dvl.vsphere.session.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a request as strictly as a vCenter server: elements in the order of the schema, none
 * that it does not know, none missing that it requires, and values of the right type.
 */
public final class StrictRequests {
  private final Schema schema;
  private final List<String> problems = new ArrayList<>();

  public StrictRequests() {
    try {
      schema = SchemaReader.read(Files.readString(Path.of("schema/vim25.schema")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a call; empty when nothing is. */
  public List<String> check(Tree call) {
    problems.clear();
    Method method = schema.methods().get(call.name());
    if (method == null) {
      return List.of("unknown method " + call.name());
    }
    List<Tree> parameters = call.children();
    Optional<Tree> self = parameters.stream().findFirst();
    if (self.isEmpty() || !self.get().name().equals("_this") || self.get().ref().isEmpty()) {
      return List.of("no _this in " + call.name());
    }
    children(call.name(), parameters.subList(1, parameters.size()), method.parameters());
    return List.copyOf(problems);
  }

  private void children(String place, List<Tree> children, List<Property> properties) {
    int next = 0;
    for (Property property : properties) {
      int count = 0;
      while (next < children.size() && children.get(next).name().equals(property.name())) {
        value(place + "." + property.name(), children.get(next), property);
        next++;
        count++;
      }
      count(place, property, count);
    }
    if (next < children.size()) {
      problems.add(
          "Unexpected element tag \"%s\" in %s".formatted(children.get(next).name(), place));
    }
  }

  private void count(String place, Property property, int count) {
    boolean right =
        switch (property.count()) {
          case ONE -> count == 1;
          case MAYBE -> count <= 1;
          case MANY -> true;
        };
    if (!right) {
      problems.add("%s has %d times %s".formatted(place, count, property.name()));
    }
  }

  private void value(String place, Tree value, Property property) {
    switch (property.type()) {
      case "string" -> plain(place, value, "(?s).*");
      case "int", "long" -> plain(place, value, "-?[0-9]+");
      case "boolean" -> plain(place, value, "true|false");
      case "time" -> plain(place, value, "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
      case "ref" -> {
        if (value.ref().isEmpty()) {
          problems.add(place + " is no link");
        }
      }
      case "any" -> {
        if (value.type().isEmpty()) {
          problems.add(place + " does not say its type");
        }
      }
      case "tree" -> {}
      case String declared -> object(place, value, declared);
    }
  }

  private void plain(String place, Tree value, String pattern) {
    if (!value.children().isEmpty() || !value.text().matches(pattern)) {
      problems.add(place + " is wrong: " + value.text());
    }
    if (!value.type().isEmpty()) {
      problems.add(place + " says a type that follows from its place");
    }
  }

  private void object(String place, Tree value, String declared) {
    String type = value.type().isEmpty() ? declared : value.type();
    if (!schema.types().containsKey(type) || !schema.isA(type, declared)) {
      problems.add(place + " cannot be a " + type);
      return;
    }
    DataType data = schema.type(type);
    children(place + "<" + type + ">", value.children(), schema.properties(data));
  }
}

package dev.dvl.vimgen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a schema.
 *
 * <pre>
 * type VirtualDisk : VirtualDevice      a data type and its base
 *   capacityInKB long                   required
 *   capacityInBytes long?               may be absent
 *   iofilter string*                    any number
 *   sharedBus string? &#64;8.0.2.0          known since that version of the API
 * method SearchIndex.FindByUuid -&gt; ref? reads
 *   uuid string
 * # a remark
 * </pre>
 */
public final class SchemaReader {
  private static final String SINCE = "(?: @([\\d.]+))?";
  private static final Pattern TYPE = Pattern.compile("type (\\w+)(?: : (\\w+))?" + SINCE);
  private static final Pattern METHOD =
      Pattern.compile("method (\\w+)\\.(\\w+)(?: -> (\\w+)([?*]?))?( reads)?");
  private static final Pattern PROPERTY = Pattern.compile("  (\\w+) (\\w+)([?*]?)" + SINCE);

  private final Map<String, DataType> types = new LinkedHashMap<>();
  private final Map<String, Method> methods = new LinkedHashMap<>();
  private List<Property> open = new ArrayList<>();
  private Runnable close = () -> {};

  private SchemaReader() {}

  /**
   * The schema that {@code text} describes.
   *
   * @throws IllegalArgumentException when a line is wrong, or names a type that is not there
   */
  public static Schema read(String text) {
    SchemaReader reader = new SchemaReader();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      reader.line(lines.get(i), i + 1);
    }
    reader.close.run();
    Schema schema = new Schema(reader.types, reader.methods);
    SchemaCheck.check(schema);
    return schema;
  }

  private void line(String line, int number) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    Matcher type = TYPE.matcher(line);
    Matcher method = METHOD.matcher(line);
    Matcher property = PROPERTY.matcher(line);
    if (type.matches()) {
      open(type);
    } else if (method.matches()) {
      openMethod(method);
    } else if (property.matches()) {
      open.add(property(property));
    } else {
      throw new IllegalArgumentException("line " + number + " of the schema is wrong: " + line);
    }
  }

  private void open(Matcher found) {
    begin(
        own ->
            types.put(
                found.group(1),
                new DataType(
                    found.group(1),
                    Optional.ofNullable(found.group(2)),
                    Optional.ofNullable(found.group(3)),
                    own)));
  }

  private void openMethod(Matcher found) {
    Optional<Property> result =
        Optional.ofNullable(found.group(3))
            .map(type -> new Property("returnval", type, count(found.group(4)), Optional.empty()));
    boolean reads = found.group(5) != null;
    begin(
        own ->
            methods.put(
                found.group(2), new Method(found.group(1), found.group(2), result, reads, own)));
  }

  private void begin(Consumer<List<Property>> end) {
    close.run();
    List<Property> own = new ArrayList<>();
    open = own;
    close = () -> end.accept(own);
  }

  private static Property property(Matcher found) {
    return new Property(
        found.group(1), found.group(2), count(found.group(3)), Optional.ofNullable(found.group(4)));
  }

  private static Property.Count count(String sign) {
    return switch (sign) {
      case "?" -> Property.Count.MAYBE;
      case "*" -> Property.Count.MANY;
      case String none -> Property.Count.ONE;
    };
  }
}

package dev.dvl.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.json.ValueWriter;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The objects of one host, in memory and in a file to which every change adds one line. A file with
 * many lines that no longer count is written anew when it is opened. Safe for many threads.
 */
public final class Store {
  /** The key of no defaults at all. */
  static final String NO_BASE = "";

  private static final int SPARE_LINES = 1000;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path file;
  private final Map<String, SandboxObject> objects = new LinkedHashMap<>();
  private final Map<Name, Set<String>> byName = new HashMap<>();
  private final Map<String, SortedMap<String, Value>> bases = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  private record Name(String kind, String text) {}

  private Store(Path file) {
    this.file = file;
    bases.put(NO_BASE, Collections.emptySortedMap());
  }

  public static Store open(Path file) throws IOException {
    Store store = new Store(file);
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      int lines = store.replay();
      if (lines > 2 * (store.objects.size() + store.bases.size()) + SPARE_LINES) {
        store.shorten();
      }
    }
    return store;
  }

  public synchronized List<SandboxObject> all() {
    return new ArrayList<>(objects.values());
  }

  public synchronized Optional<SandboxObject> byId(String id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** Those objects of a kind that have a name or id. */
  synchronized List<SandboxObject> called(String kind, String nameOrId) {
    List<SandboxObject> found = new ArrayList<>();
    for (String id : byName.getOrDefault(new Name(kind, nameOrId), Set.of())) {
      byId(id).ifPresent(found::add);
    }
    byId(nameOrId).filter(object -> object.ref().kind().equals(kind)).ifPresent(found::add);
    return found;
  }

  public synchronized void put(SandboxObject object) throws IOException {
    enter(object);
    add(List.of(line("object", out -> ObjectCodec.write(object, out))));
  }

  /** Takes over an object from another store, with the defaults that it shows. */
  synchronized void take(SandboxObject object, SortedMap<String, Value> defaults)
      throws IOException {
    if (!bases.containsKey(object.base())) {
      bases.put(object.base(), defaults);
      add(List.of(baseLine(object.base(), defaults)));
    }
    put(object);
  }

  public synchronized void remove(String id) throws IOException {
    if (objects.containsKey(id)) {
      leave(id);
      add(List.of(line("gone", out -> out.writeString(id))));
      WorldFiles.removeMachine(file, id);
    }
  }

  /** What objects under a base show beside their own values. */
  synchronized SortedMap<String, Value> base(String key) {
    return bases.getOrDefault(key, Collections.emptySortedMap());
  }

  /** Keeps defaults once for all objects that share them. */
  synchronized String keep(String defaults) throws IOException {
    String known = keys.get(defaults);
    if (known != null) {
      return known;
    }
    String key = MadeUp.digits(defaults, 16);
    if (!bases.containsKey(key)) {
      SortedMap<String, Value> read = fields(ValueReader.value(JsonTree.read(defaults)));
      bases.put(key, read);
      add(List.of(baseLine(key, read)));
    }
    keys.put(defaults, key);
    return key;
  }

  private static SortedMap<String, Value> fields(Value value) {
    return value instanceof Value.ObjectOf(var fields) ? fields : Collections.emptySortedMap();
  }

  private void enter(SandboxObject object) {
    leave(object.ref().id());
    objects.put(object.ref().id(), object);
    byName.computeIfAbsent(name(object), ignored -> new LinkedHashSet<>()).add(object.ref().id());
  }

  private void leave(String id) {
    SandboxObject old = objects.remove(id);
    if (old != null) {
      byName.getOrDefault(name(old), new LinkedHashSet<>()).remove(id);
    }
  }

  private static Name name(SandboxObject object) {
    return new Name(object.ref().kind(), object.ref().name());
  }

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  private static String line(String what, Body body) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      out.writeFieldName(what);
      body.write(out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static String baseLine(String key, SortedMap<String, Value> defaults) throws IOException {
    return line(
        "base",
        out -> {
          out.writeStartObject();
          out.writeStringField("key", key);
          out.writeFieldName("values");
          new ValueWriter(out).fields(defaults);
          out.writeEndObject();
        });
  }

  private void add(Collection<String> lines) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write(String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * A last line that is not whole is what a crash leaves; the call it was for has not come back.
   */
  private int replay() throws IOException {
    int lines = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.endsWith("}")) {
          break;
        }
        replay(Fields.of(JsonTree.read(line)));
        lines++;
      }
    }
    return lines;
  }

  private void replay(Fields line) throws IOException {
    if (line.has("object")) {
      SandboxObject object = ObjectCodec.read(line.raw("object"));
      enter(object);
    } else if (line.has("gone")) {
      leave(line.text("gone"));
    } else {
      Fields base = line.object("base");
      bases.put(base.text("key"), ValueReader.fields(base.raw("values")));
    }
  }

  private void shorten() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, SortedMap<String, Value>> base : bases.entrySet()) {
      lines.add(baseLine(base.getKey(), base.getValue()));
    }
    for (SandboxObject object : objects.values()) {
      lines.add(line("object", out -> ObjectCodec.write(object, out)));
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, String.join("", lines));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package dev.dvl.docker.stamp;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A stamp as labels {@code dvl.KIND.stack}, {@code .address}, {@code .op}, {@code .names} and
 * {@code .prints}.
 *
 * <p>The kind stands in the keys because an image hands its labels on to containers: the stamp of a
 * built image says nothing about a container that runs it. Names and fingerprints are one to a
 * line; a path holds no line break, because its keys are escaped.
 */
public final class StampLabels {
  public static final String PREFIX = "dvl.";

  private StampLabels() {}

  public static SortedMap<String, String> write(Stamp stamp) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(key(stamp.kind(), "stack"), stack(stamp.stack()));
    labels.put(key(stamp.kind(), "address"), stamp.address().toString());
    labels.put(key(stamp.kind(), "op"), stamp.op());
    if (!stamp.names().isEmpty()) {
      labels.put(key(stamp.kind(), "names"), String.join("\n", new TreeSet<>(stamp.names())));
    }
    if (!stamp.fingerprints().isEmpty()) {
      labels.put(key(stamp.kind(), "prints"), prints(stamp.fingerprints()));
    }
    return labels;
  }

  /** The stamp of an object of {@code kind}; empty where there is none, or one of another dvl. */
  public static Optional<Stamp> read(String kind, Map<String, String> labels) {
    String stack = labels.getOrDefault(key(kind, "stack"), "");
    String op = labels.getOrDefault(key(kind, "op"), "");
    Optional<Address> address = Address.parse(labels.getOrDefault(key(kind, "address"), ""));
    if (stack.isEmpty() || op.isEmpty() || address.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = Set.copyOf(lines(labels, key(kind, "names")));
    return Optional.of(
        new Stamp(
            stack(stack),
            address.get(),
            kind,
            op,
            names,
            fingerprints(lines(labels, key(kind, "prints")))));
  }

  /** The op that a stamp of {@code kind} names; empty text where there is none. */
  public static String op(String kind, Map<String, String> labels) {
    return labels.getOrDefault(key(kind, "op"), "");
  }

  /** A list filter that finds what a stack made of one kind: {@code dvl.container.stack=ID}. */
  public static String filter(String kind, Stack stack) {
    return key(kind, "stack") + "=" + stack(stack);
  }

  /** A list filter that finds what one op made. */
  public static String ofOp(String kind, String op) {
    return key(kind, "op") + "=" + op;
  }

  /** The labels that people gave, without dvl's. */
  public static Map<String, String> without(Map<String, String> labels) {
    Map<String, String> others = new TreeMap<>(labels);
    others.keySet().removeIf(key -> key.startsWith(PREFIX));
    return others;
  }

  private static String key(String kind, String what) {
    return PREFIX + kind + "." + what;
  }

  private static String stack(Stack stack) {
    return stack.name().isEmpty() ? stack.id() : stack.id() + "/" + stack.name();
  }

  private static Stack stack(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Stack(text, "")
        : new Stack(text.substring(0, slash), text.substring(slash + 1));
  }

  private static String prints(Map<String, String> fingerprints) {
    return new TreeMap<>(fingerprints)
        .entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> fingerprints(Set<String> lines) {
    Map<String, String> fingerprints = new TreeMap<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      if (space > 0) {
        fingerprints.put(line.substring(space + 1), line.substring(0, space));
      }
    }
    return fingerprints;
  }

  private static Set<String> lines(Map<String, String> labels, String key) {
    String text = labels.getOrDefault(key, "");
    return text.isEmpty() ? Set.of() : new TreeSet<>(java.util.List.of(text.split("\n", -1)));
  }
}

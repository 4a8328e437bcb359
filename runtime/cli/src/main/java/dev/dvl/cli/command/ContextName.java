package dev.dvl.cli.command;

import dev.dvl.cli.world.StackIdentity;
import dev.dvl.compiler.value.Address;
import java.util.ArrayList;
import java.util.List;

/**
 * What other tools call a machine of a program: {@code shop-app-0}, and {@code shop-blue-app-0} in
 * the stack {@code blue}. Two addresses may come to one name; who writes under it says whose it is.
 */
final class ContextName {
  private ContextName() {}

  static String of(String module, String stack, Address address) {
    List<String> parts = new ArrayList<>();
    parts.add(module);
    if (!stack.equals(StackIdentity.DEFAULT_NAME)) {
      parts.add(stack);
    }
    for (Address.Step step : address.steps()) {
      parts.add(step.name());
      step.keys().forEach(key -> parts.add(bare(key.toString())));
    }
    parts.removeIf(String::isEmpty);
    return String.join("-", parts).replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  /** A key as shells write it, without its quotes. */
  private static String bare(String key) {
    return key.startsWith("\"") ? key.substring(1, key.length() - 1) : key;
  }
}

package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes up the module, or one component: in the order of the text, what stands in {@code for}
 * and {@code if} among it.
 */
public final class Contents {
  private final List<Symbol.Param> params = new ArrayList<>();
  private final Map<String, Symbol.Param> paramsByName = new HashMap<>();
  private final List<Symbol.Resource> resources = new ArrayList<>();
  private final List<Symbol.Use> uses = new ArrayList<>();
  private final List<Item.Output> outputs = new ArrayList<>();
  private final Map<String, Item.Output> outputsByName = new HashMap<>();
  private final List<Item.Check> checks = new ArrayList<>();

  public List<Symbol.Param> params() {
    return Collections.unmodifiableList(params);
  }

  public Optional<Symbol.Param> param(String name) {
    return Optional.ofNullable(paramsByName.get(name));
  }

  /** Those in other resources too. */
  public List<Symbol.Resource> resources() {
    return Collections.unmodifiableList(resources);
  }

  public List<Symbol.Use> uses() {
    return Collections.unmodifiableList(uses);
  }

  public List<Item.Output> outputs() {
    return Collections.unmodifiableList(outputs);
  }

  public Optional<Item.Output> output(String name) {
    return Optional.ofNullable(outputsByName.get(name));
  }

  public List<Item.Check> checks() {
    return Collections.unmodifiableList(checks);
  }

  void add(Symbol.Param param) {
    params.add(param);
    paramsByName.putIfAbsent(param.name(), param);
  }

  void add(Symbol.Placed placed) {
    switch (placed) {
      case Symbol.Resource resource -> resources.add(resource);
      case Symbol.Use use -> uses.add(use);
    }
  }

  /** The output of that name that was there first, if one was. */
  Optional<Item.Output> add(Item.Output output) {
    outputs.add(output);
    return output.name().isMissing()
        ? Optional.empty()
        : Optional.ofNullable(outputsByName.putIfAbsent(output.name().text(), output));
  }

  void add(Item.Check check) {
    checks.add(check);
  }
}

package dev.dvl.compiler.validate;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The program, with what rules look up again and again. */
final class Facts {
  private final Program program;
  private final Kinds kinds;
  private final Optional<Map<Address, Map<String, Value>>> told;
  private final Map<Address, Instance> instances = new HashMap<>();
  private final Map<Address, HostInstance> hosts = new HashMap<>();

  Facts(Program program, Kinds kinds) {
    this(program, kinds, Optional.empty());
  }

  /**
   * @param told what places say of themselves, in place of what the program says of them
   */
  Facts(Program program, Kinds kinds, Optional<Map<Address, Map<String, Value>>> told) {
    this.program = program;
    this.kinds = kinds;
    this.told = told;
    program.instances().forEach(instance -> instances.putIfAbsent(instance.address(), instance));
    blocks(program).forEach(host -> hosts.putIfAbsent(host.address(), host));
  }

  Program program() {
    return program;
  }

  /** Resources and hosts; a host stands as a resource on itself. */
  List<Instance> all() {
    List<Instance> all = new ArrayList<>(program.instances());
    blocks(program).forEach(host -> all.add(resource(host)));
    return all;
  }

  /** Those that are written down; what a resource is to others is judged as that resource. */
  private static Stream<HostInstance> blocks(Program program) {
    return program.hosts().stream().filter(host -> host.by().isEmpty());
  }

  private static Instance resource(HostInstance host) {
    return new Instance(
        host.address(),
        host.kind(),
        host.address(),
        host.values(),
        List.of(),
        Instance.Common.NONE,
        host.origin(),
        Map.of());
  }

  /** Whether what is too much by itself is told by {@link Capacity}: only of the program's own. */
  boolean isOfProgram() {
    return told.isEmpty();
  }

  KindSchema kind(Instance instance) {
    return kinds.get(instance.kind());
  }

  Optional<Instance> instance(Address address) {
    return Optional.ofNullable(instances.get(address));
  }

  /** An attribute of a host or of a resource that others stand on. */
  Value ofPlace(Address place, String attribute) {
    if (told.isPresent()) {
      return told.get().getOrDefault(place, Map.of()).getOrDefault(attribute, Value.Null.NULL);
    }
    HostInstance host = hosts.get(place);
    if (host != null) {
      return host.values().getOrDefault(attribute, Value.Null.NULL);
    }
    return instance(place).map(it -> it.value(attribute)).orElse(Value.Null.NULL);
  }

  /**
   * What a term of the kind's schema comes to for an instance: {@code it} is the value in question.
   * What the place tells, and what is read while planning, is not known here.
   */
  Value reduce(Term term, Instance instance, Value it) throws EvaluationProblem {
    return reduce(term, instance.values(), kind(instance), it);
  }

  private static Value reduce(Term term, Map<String, Value> values, KindSchema kind, Value it)
      throws EvaluationProblem {
    return StandardFunctions.EVALUATOR.reduce(
        term,
        new Environment() {
          @Override
          public Optional<Value> variable(String name) {
            return name.equals("it") ? Optional.of(it) : named(values, kind, name);
          }
        });
  }

  private static Optional<Value> named(Map<String, Value> values, KindSchema kind, String name) {
    Value set = values.get(name);
    if (set != null) {
      return Optional.of(set);
    }
    Optional<Attribute> attribute = kind.attribute(name);
    boolean unset =
        attribute.isPresent() ? !attribute.get().resolved() : kind.block(name).isPresent();
    return unset ? Optional.of(Value.Null.NULL) : Optional.empty();
  }
}

package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where a program writes what a rule of a kind reads. */
final class Mentioned {
  private Mentioned() {}

  /** The places of an instance's attributes in {@code term}, in the order of the term. */
  static Set<Span> of(Term term, Instance instance) {
    Set<Span> places = new LinkedHashSet<>();
    add(term, instance, places);
    return Collections.unmodifiableSet(places);
  }

  private static void add(Term term, Instance instance, Set<Span> places) {
    switch (term) {
      case Term.Var(String name) -> {
        Span written = instance.origins().get(Path.of(name));
        if (written != null) {
          places.add(written);
        }
      }
      case Term.Call(var ignored, var arguments) ->
          arguments.forEach(argument -> add(argument, instance, places));
      case Term.Literal _, Term.Read _, Term.Secret _ -> {}
    }
  }
}

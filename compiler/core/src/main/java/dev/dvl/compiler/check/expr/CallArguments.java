package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out which argument is given for which parameter: by position first, then by name.
 *
 * @param variadic whether the last parameter may be given more than once
 */
record CallArguments(List<String> names, List<String> required, boolean variadic) {

  /** An argument and the index of its parameter. */
  record Given(int parameter, Expr value) {}

  /** Empty, with a report, where the arguments do not fit the parameters. */
  Optional<List<Given>> match(Expr.Call call, Typing typing) {
    List<Given> given = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Expr.Argument argument : call.arguments()) {
      int index = index(argument, given.size());
      if (index < 0 || (argument.name().isPresent() && seen.contains(names.get(index)))) {
        typing.report(wrong(argument, index));
        return Optional.empty();
      }
      seen.add(names.get(index));
      given.add(new Given(index, argument.value()));
    }
    List<String> missing = required.stream().filter(name -> !seen.contains(name)).toList();
    if (!missing.isEmpty()) {
      typing.report(missing(call, missing));
      return Optional.empty();
    }
    return Optional.of(given);
  }

  private int index(Expr.Argument argument, int position) {
    if (argument.name().isPresent()) {
      return names.indexOf(argument.name().get().text());
    }
    int last = names.size() - 1;
    return position <= last ? position : variadic ? last : -1;
  }

  private Diagnostic wrong(Expr.Argument argument, int index) {
    Optional<Name> name = argument.name();
    if (name.isEmpty()) {
      String text =
          names.isEmpty()
              ? "this function takes no arguments"
              : "this function takes at most "
                  + (names.size() == 1 ? "one argument" : names.size() + " arguments");
      return Diagnostic.at(CheckCodes.ARGUMENTS, argument.span(), text);
    }
    if (index >= 0) {
      return Diagnostic.at(CheckCodes.ARGUMENTS, name.get().span(), "this is given already");
    }
    Diagnostic unknown =
        Diagnostic.at(
            CheckCodes.ARGUMENTS,
            name.get().span(),
            "this function has no parameter `" + name.get().text() + "`");
    return Suggestion.add(unknown, "a parameter", name.get().text(), name.get().span(), names);
  }

  private static Diagnostic missing(Expr.Call call, List<String> missing) {
    String names = missing.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    Span span = call.function().span();
    return Diagnostic.at(
        CheckCodes.ARGUMENTS, span, names + (missing.size() == 1 ? " is missing" : " are missing"));
  }
}

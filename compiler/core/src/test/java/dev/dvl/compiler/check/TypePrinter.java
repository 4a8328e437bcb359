package dev.dvl.compiler.check;

import dev.dvl.compiler.check.result.Standing;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what a program declares, each with its type; in braces what holds of any of its leaves.
 */
final class TypePrinter {
  private TypePrinter() {}

  static String print(Compiled compiled) {
    return Stream.of(
            compiled.names().contents().params(),
            compiled.names().secrets(),
            compiled.names().lets(),
            compiled.names().types(),
            compiled.names().functions(),
            compiled.names().hosts(),
            compiled.names().contents().resources())
        .<Symbol>flatMap(List::stream)
        .sorted(Comparator.comparing(Symbol::span))
        .map(symbol -> line(compiled, symbol))
        .collect(Collectors.joining());
  }

  private static String line(Compiled compiled, Symbol symbol) {
    Type type = compiled.types().of(symbol);
    String place =
        symbol instanceof Symbol.Resource resource
            ? compiled
                .types()
                .standing(resource)
                .map(it -> place(compiled.sources(), it))
                .orElse("")
            : "";
    String qualities = symbol instanceof Symbol.Type ? "" : qualities(type);
    return symbol.name() + ": " + TypeText.of(type) + qualities + place + "\n";
  }

  private static String qualities(Type type) {
    Qualifiers all = Qualities.of(type);
    List<String> words =
        Stream.of(all.stage() == Stage.LATER ? "later" : "", all.secret() ? "secret" : "")
            .filter(word -> !word.isEmpty())
            .toList();
    return words.isEmpty() ? "" : " {" + String.join(", ", words) + "}";
  }

  private static String place(SourceMap sources, Standing standing) {
    return switch (standing) {
      case Standing.Written(var expr) -> " on " + sources.text(expr.span());
      case Standing.Inside(var parent) -> " inside " + parent.name();
      case Standing.Component(var around) -> " on that of " + around.name();
      case Standing.Only(var host) -> " on the only host " + host.name();
    };
  }
}

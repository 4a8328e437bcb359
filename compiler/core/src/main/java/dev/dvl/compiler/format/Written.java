package dev.dvl.compiler.format;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.parse.Tokens;
import dev.dvl.compiler.source.SourceFile;
import java.util.List;

/**
 * A file as it is written.
 *
 * @param leaves all that stands in it
 * @param diagnostics what is wrong with its syntax
 */
record Written(SourceFile file, List<Leaf> leaves, List<Diagnostic> diagnostics) {

  static Written of(SourceFile file) {
    Tokens tokens = Tokens.of(file);
    return new Written(file, Leaves.of(file, tokens), tokens.diagnostics());
  }
}

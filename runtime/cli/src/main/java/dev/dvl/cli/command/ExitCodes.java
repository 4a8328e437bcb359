package dev.dvl.cli.command;

import dev.dvl.compiler.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/** With what exit code a run ends that a plan or a host refused. */
final class ExitCodes {
  /** No provider, and what is known too late about a host: it cannot be connected to. */
  private static final Set<String> NO_HOST = Set.of("DVL6001", "DVL6002", "DVL7030");

  /** Each platform's first ten codes are about getting in, and those of Docker's SSH. */
  private static final String GETTING_IN = "DVL7([0-9]0|0[45])[0-9]";

  /**
   * What the caller can put right: a host taken out too early, a secret that is not set, no such
   * target, a wrong scenario.
   */
  private static final Set<String> CALLED_WRONG =
      Set.of("DVL6016", "DVL6017", "DVL6018", "DVL7910");

  private ExitCodes() {}

  static Exit of(List<Diagnostic> diagnostics) {
    List<String> errors =
        diagnostics.stream().filter(Diagnostic::isError).map(it -> it.code().id()).toList();
    if (errors.stream().anyMatch(ExitCodes::isConnection)) {
      return Exit.NO_CONNECTION;
    }
    return CALLED_WRONG.containsAll(errors) ? Exit.WRONG : Exit.FAILED;
  }

  private static boolean isConnection(String code) {
    return NO_HOST.contains(code) || code.matches(GETTING_IN);
  }
}

package dev.dvl.cli.command;

import dev.dvl.cli.explain.Pages;
import dev.dvl.cli.explain.PlainPage;
import dev.dvl.compiler.diagnostic.Spelling;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code dvl explain}: shows the page of a diagnostic. */
final class ExplainCommand implements Command {
  private static final int WIDEST = 100;

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl explain DVL0101", "dvl explain 101");
  }

  @Override
  public String about() {
    return "Says what a diagnostic means, with a program that gives it and the same put right.";
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "CODE", "the code that stands behind `error` or `warning`");
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal, IOException {
    String written =
        invocation
            .operand(0)
            .orElseThrow(
                () ->
                    Refusal.of(
                        Exit.WRONG,
                        CommandCodes.USAGE,
                        "`dvl explain` needs the code of a diagnostic, such as `DVL0101`."));
    String code = whole(written);
    Optional<String> page = code.matches("DVL[0-9]{4}") ? Pages.find(code) : Optional.empty();
    if (page.isEmpty()) {
      throw unknown(written, code);
    }
    int columns = Math.min(WIDEST, invocation.terminal().columns());
    invocation.terminal().out().print(PlainPage.render(page.get(), columns));
    return Exit.DONE;
  }

  /** {@code 101} and {@code dvl101} are {@code DVL0101}. */
  private static String whole(String written) {
    String digits = written.toUpperCase(Locale.ROOT).replaceFirst("^DVL-?", "");
    return digits.matches("[0-9]{1,4}")
        ? "DVL" + "0".repeat(4 - digits.length()) + digits
        : written;
  }

  private static Refusal unknown(String written, String code) throws IOException {
    return Refusal.of(
        Exit.WRONG,
        CommandCodes.NO_PAGE,
        "There is no diagnostic `" + written + "`.",
        Spelling.note("a diagnostic", code, Pages.codes())
            .orElse("Codes are `DVL` and four digits: `dvl explain DVL0101`."));
  }
}

package dev.dvl.cli.console;

import dev.dvl.cli.render.DiagnosticText;
import dev.dvl.cli.render.ValueLines;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.Prompt;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers one line after the other. No secret is known here, so that none can be shown.
 *
 * @param live outputs of resources, as far as they are known
 */
public record Console(Prompt prompt, Environment live, Terminal terminal, boolean colour) {

  /**
   * Answers until the lines end, or nobody reads the answers any more; says whether every line that
   * was read had one.
   */
  public boolean run(Lines lines) throws IOException {
    boolean well = true;
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get().strip();
      if (isCommand(text, Directive.QUIT)) {
        return well;
      }
      if (!text.isEmpty()) {
        well &= text.startsWith(":") ? command(text, lines) : expression(text, lines);
        terminal.flush();
        if (terminal.out().checkError()) {
          return well;
        }
      }
    }
    return well;
  }

  private static boolean isCommand(String text, Directive command) {
    return Directive.of(text).filter(it -> it == command).isPresent();
  }

  private boolean command(String text, Lines lines) throws IOException {
    String[] words = text.split("\\s+", 2);
    String rest = words.length > 1 ? words[1] : "";
    Optional<Directive> command = Directive.of(words[0]);
    if (command.isEmpty()) {
      return unknown(words[0]);
    }
    return switch (command.get()) {
      case TYPE -> type(rest, lines);
      case NAMES -> {
        prompt.values().forEach(terminal.out()::println);
        yield true;
      }
      case HELP, QUIT -> {
        terminal.out().print(Directive.help());
        yield true;
      }
    };
  }

  private boolean unknown(String word) {
    terminal
        .err()
        .println(
            "There is no command `"
                + word
                + "`. "
                + Spelling.note("a command", word, Directive.words())
                    .orElse("`:help` lists what may be typed."));
    return false;
  }

  private boolean type(String text, Lines lines) throws IOException {
    Prompt.Answer answer = prompt.type(text);
    if (said(answer)) {
      return false;
    }
    answer.type().ifPresent(it -> terminal.out().println(TypeText.withSecrets(it)));
    lines.remember();
    return true;
  }

  private boolean expression(String text, Lines lines) throws IOException {
    Prompt.Answer answer = prompt.evaluate(text);
    if (said(answer)) {
      return false;
    }
    if (answer.type().isEmpty()) {
      return true;
    }
    Value value = filled(answer.value());
    ValueLines.of(value).forEach(terminal.out()::println);
    terminal.out().println(": " + TypeText.withSecrets(answer.type().get()));
    if (!value.anyTerm(Term.Secret.class::isInstance)) {
      lines.remember();
    }
    return true;
  }

  /** A computation over live values that fails stays as it is written. */
  private Value filled(Value value) {
    try {
      return StandardFunctions.EVALUATOR.fill(value, live);
    } catch (EvaluationProblem problem) {
      terminal.err().println("This has no value now: " + problem.getMessage() + ".");
      return value;
    }
  }

  private boolean said(Prompt.Answer answer) {
    if (answer.hasErrors()) {
      terminal.err().print(DiagnosticText.render(answer.sources(), answer.diagnostics(), colour));
    }
    return answer.hasErrors();
  }
}

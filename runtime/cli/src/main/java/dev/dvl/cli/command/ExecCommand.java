package dev.dvl.cli.command;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Whereabouts;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.Errand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code dvl exec}: runs a command in a container. */
final class ExecCommand implements Command {
  private static final String INPUT = "--interactive";
  private static final String TERMINAL = "--tty";
  private static final String USER = "--user";
  private static final String FOLDER = "--workdir";
  private static final String VARIABLE = "--env";

  @Override
  public String name() {
    return "exec";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "dvl exec web -- ls /visits",
        "dvl exec -it service/api -- sh",
        "dvl exec -i db -- psql -U shop <dump.sql");
  }

  @Override
  public String about() {
    return """
    Runs a command in a container of a program, and ends with its exit code. What it writes goes
    through as it is. Its words stand behind `--` and are handed on one by one; no shell reads
    them, unless you name one.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "ADDRESS", "a container that runs");
    spec.behind(new Spec.Operand("COMMAND…", "what to run in it", /* many= */ true));
    Options.flag(spec, "-i", INPUT, "let it read standard input");
    Options.flag(spec, "-t", TERMINAL, "let it have a terminal; with -i, yours");
    value(spec, "-u", USER, "USER", false, "who runs it: a name or a number, `:GROUP` behind it");
    value(spec, "-w", FOLDER, "FOLDER", false, "where it is run");
    value(spec, "-e", VARIABLE, "NAME[=VALUE]", true, "a variable; without a value, your own");
    Options.reached(spec);
  }

  private static void value(
      Spec spec, String letter, String name, String label, boolean many, String text) {
    spec.add(new Spec.Option(List.of(letter, name), label, many, text));
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    String address = Addressed.of(invocation);
    Errand errand = errand(invocation);
    try (Reaching reaching = Reaching.of(invocation)) {
      Instance instance = reaching.picking().running(address);
      Whereabouts where = reaching.resources(List.of(instance));
      Ref object = Reaching.object(where, instance.address());
      Access access = reaching.access(where, instance.address());
      return new Handing(invocation.terminal())
          .over(
              streams -> access.run(object, errand, streams),
              invocation.has(INPUT),
              invocation.has(TERMINAL));
    }
  }

  private static Errand errand(Invocation invocation) throws Refusal {
    List<String> words = invocation.words().behind();
    if (words.isEmpty()) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "No command is named.",
          "It stands behind `--`: `dvl exec "
              + ShellWord.of(Addressed.of(invocation))
              + " -- ls /`.");
    }
    return new Errand(
        words, invocation.option(USER), invocation.option(FOLDER), variables(invocation));
  }

  private static Map<String, String> variables(Invocation invocation) throws Refusal {
    Map<String, String> variables = new TreeMap<>();
    for (String given : invocation.options(VARIABLE)) {
      int sign = given.indexOf('=');
      String name = sign < 0 ? given : given.substring(0, sign);
      Optional<String> own = Optional.ofNullable(invocation.terminal().environment().get(name));
      if (name.isEmpty() || (sign < 0 && own.isEmpty())) {
        throw Refusal.of(
            Exit.WRONG,
            CommandCodes.USAGE,
            "`"
                + given
                + "` is no variable: `NAME=VALUE`, or the name of one that is set where dvl runs.");
      }
      variables.put(name, sign < 0 ? own.get() : given.substring(sign + 1));
    }
    return variables;
  }
}

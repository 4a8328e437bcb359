package dev.dvl.cli.command;

import dev.dvl.cli.Version;
import dev.dvl.cli.parameters.GivenSecrets;
import dev.dvl.cli.terminal.Passphrases;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.cli.world.StackLedger;
import dev.dvl.cli.world.Worlds;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.Surroundings;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.OpIds;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.Planner;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.plan.input.Selector;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Prompt;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.sandbox.Resettling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From a compiled program to its plan. */
record Planning(Invocation invocation, Compiled compiled) {
  /** Any keys at the end of an address: a selector takes all of a bare name. */
  private static final Pattern ANY_KEYS = Pattern.compile("(\\[\\*])+$");

  private static final String FILE = "file:";

  /** The connections of a run over the program in {@code folder}. */
  static Connections connections(
      Invocation invocation, Path folder, boolean sandbox, Secrets secrets, Cancel cancel) {
    Terminal terminal = invocation.terminal();
    return new Connections(
        Worlds.providers(sandbox),
        new Surroundings(
            terminal.environment(), terminal.home(), folder, secrets, cancel, prompt(invocation)),
        StandardFunctions.EVALUATOR);
  }

  /** Who sits at the terminal, if anybody does and may be asked. */
  private static Prompt prompt(Invocation invocation) {
    Terminal terminal = invocation.terminal();
    boolean asked = terminal.people().read() && terminal.people().listen();
    return asked && !invocation.has(Options.NO_INPUT) ? new Passphrases(terminal) : Prompt.NOBODY;
  }

  /** The values of secrets; {@code variables} are those that the declarations name. */
  static Secrets secrets(GivenSecrets given, Map<String, String> variables) {
    return name -> given.get(name, Optional.ofNullable(variables.get(name)));
  }

  Connections connections(Cancel cancel) throws Refusal {
    if (invocation.has(Options.SANDBOX)) {
      resettle();
    }
    return connections(
        invocation,
        compiled.project().folder(),
        invocation.has(Options.SANDBOX),
        secrets(compiled.secrets(), compiled.variables()),
        cancel);
  }

  private void resettle() throws Refusal {
    try {
      Resettling.of(compiled.program(), compiled.project().folder());
    } catch (IOException failed) {
      throw Refusal.of(
          Exit.FAILED, CommandCodes.STATE, "The sandbox: " + failed.getMessage() + ".");
    }
  }

  /** The plan; what is wrong with it is a refusal, what is worth a warning is said. */
  Plan plan(PlanOptions options, LedgerFacts facts, Connections connections) throws Refusal {
    Outcome<Plan> outcome = outcome(options, facts, connections);
    List<Diagnostic> all = new ArrayList<>(compiled.warnings());
    all.addAll(outcome.diagnostics());
    if (outcome.hasErrors()) {
      throw new Refusal(ExitCodes.of(all), all, compiled.project().sources());
    }
    return outcome.value();
  }

  Outcome<Plan> outcome(PlanOptions options, LedgerFacts facts, Connections connections) {
    PlanInputs inputs =
        new PlanInputs(compiled.identity().stack(), options, facts, new OpIds(), Version.NUMBER);
    return Planner.plan(compiled.program(), compiled.kinds(), inputs, connections);
  }

  StackLedger ledger() throws Refusal {
    return ledger(invocation, compiled.project().folder(), compiled.identity().stack());
  }

  /** Where the ledger is: beside the program, or where {@code --state} says. */
  static StackLedger ledger(Invocation invocation, Path project, Stack stack) throws Refusal {
    Optional<String> state = invocation.option(Options.STATE);
    if (state.isPresent() && !state.get().startsWith(FILE)) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.STATE,
          "`" + state.get() + "` is no place for a ledger: `file:FOLDER` is the only one for now.");
    }
    Path folder = state.map(it -> invocation.path(it.substring(FILE.length()))).orElse(project);
    Terminal terminal = invocation.terminal();
    return StackLedger.of(folder, stack, terminal.environment(), terminal.home());
  }

  PlanOptions options() throws Refusal {
    return new PlanOptions(
        selectors(Options.TARGET),
        selectors(Options.EXCLUDE),
        invocation.has(Options.REFRESH_ONLY),
        false,
        allowed());
  }

  private List<Selector> selectors(String option) throws Refusal {
    List<Selector> selectors = new ArrayList<>();
    for (String text : invocation.options(option)) {
      Optional<Address> address = Address.parse(ANY_KEYS.matcher(text).replaceFirst(""));
      if (address.isEmpty()) {
        throw Refusal.of(
            Exit.WRONG,
            CommandCodes.USAGE,
            "`"
                + option
                + " "
                + text
                + "` names no resource; an address looks like `web`,"
                + " `app[0]` or `service/api`.");
      }
      selectors.add(new Selector(address.get()));
    }
    return selectors;
  }

  private Set<String> allowed() throws Refusal {
    Set<String> words =
        invocation.options(Options.ALLOW).stream()
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .map(String::strip)
            .collect(Collectors.toSet());
    for (String word : words) {
      if (!word.equals(Impact.DATA_LOSS.word())) {
        throw Refusal.of(
            Exit.WRONG,
            CommandCodes.USAGE,
            "`" + word + "` is no danger that can be agreed to; there is `data_loss`.");
      }
    }
    return words;
  }
}

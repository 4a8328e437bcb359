package dev.dvl.cli.command;

import dev.dvl.cli.parameters.GivenParameters;
import dev.dvl.cli.parameters.GivenSecrets;
import dev.dvl.cli.project.FolderFiles;
import dev.dvl.cli.project.Project;
import dev.dvl.cli.project.ProjectReader;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.world.StackIdentity;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.input.SetSecrets;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From a command line to a compiled program. */
final class Compiling {
  private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  private final Invocation invocation;

  Compiling(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The files of the program, with what is wrong with them. */
  static Outcome<Project> read(Invocation invocation) {
    Path path = invocation.path(invocation.program());
    return ProjectReader.read(path, invocation.terminal().folder());
  }

  /** What is wrong when not all files could be read: that, and the syntax of the others. */
  static List<Diagnostic> unread(Outcome<Project> read) {
    Diagnostics all = new Diagnostics();
    all.reportAll(read.diagnostics());
    read.value().files().forEach(file -> all.reportAll(Parser.parse(file).diagnostics()));
    return all.sorted();
  }

  /** For what only looks, or removes: a secret that is not set is no reason not to. */
  Compiled compiled() throws Refusal {
    return compiled(false);
  }

  /** For what may put secrets somewhere: one that is used and not set is a mistake. */
  Compiled compiledWithSecrets() throws Refusal {
    return compiled(true);
  }

  private Compiled compiled(boolean withSecrets) throws Refusal {
    Outcome<Project> read = read(invocation);
    Project project = read.value();
    if (read.hasErrors()) {
      throw new Refusal(Exit.WRONG, unread(read), project.sources());
    }
    Outcome<Map<String, RawInput>> parameters = parameters();
    Outcome<GivenSecrets> secrets = secrets(invocation);
    Diagnostics wrong = new Diagnostics();
    wrong.reportAll(parameters.diagnostics());
    wrong.reportAll(secrets.diagnostics());
    if (wrong.hasErrors()) {
      throw new Refusal(Exit.WRONG, wrong.sorted(), project.sources());
    }
    StackIdentity identity = identity(project.folder());
    Kinds kinds = StandardKinds.load();
    Optional<SetSecrets> set = withSecrets ? Optional.of(secrets.value()::isSet) : Optional.empty();
    Inputs inputs = inputs(project, parameters.value(), identity.stack(), set);
    Outcome<Program> outcome = Compilation.compile(project.sources(), kinds, inputs);
    if (outcome.hasErrors()) {
      throw new Refusal(Exit.WRONG, outcome.diagnostics(), project.sources());
    }
    return new Compiled(
        project, kinds, outcome.value(), secrets.value(), identity, outcome.diagnostics());
  }

  /** What a program without mistakes was compiled with. */
  Inputs inputs(Compiled compiled) {
    return inputs(
        compiled.project(), parameters().value(), compiled.identity().stack(), Optional.empty());
  }

  private Outcome<Map<String, RawInput>> parameters() {
    return GivenParameters.read(
        invocation.options(Options.PARAM),
        invocation.options(Options.PARAMS),
        invocation.terminal().environment(),
        invocation.terminal().folder());
  }

  static Outcome<GivenSecrets> secrets(Invocation invocation) {
    return GivenSecrets.read(
        invocation.option(Options.SECRETS),
        invocation.terminal().environment(),
        invocation.terminal().folder());
  }

  private Inputs inputs(
      Project project,
      Map<String, RawInput> parameters,
      Stack stack,
      Optional<SetSecrets> secrets) {
    Path called = invocation.terminal().folder();
    return new Inputs(
        parameters,
        false,
        new Inputs.Stack(stack.id(), stack.name()),
        new FolderFiles(project.folder(), called),
        secrets,
        ComputationLimits.DEFAULT);
  }

  private StackIdentity identity(Path folder) throws Refusal {
    Optional<String> name = invocation.option(Options.STACK);
    if (name.isPresent() && !STACK_NAME.matcher(name.get()).matches()) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`" + name.get() + "` is no name of a stack: letters, digits, `_` and `-`, at most 63.");
    }
    try {
      return StackIdentity.of(folder, invocation.has(Options.SANDBOX), name);
    } catch (IOException damaged) {
      throw Refusal.of(Exit.WRONG, CommandCodes.STACK_FILE, Reason.withFile(damaged) + ".");
    }
  }
}

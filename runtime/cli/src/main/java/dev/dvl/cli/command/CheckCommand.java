package dev.dvl.cli.command;

import dev.dvl.cli.project.Project;
import dev.dvl.cli.project.ProjectReader;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dvl check}: compiles, and says all there is to say. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl check shop.dvl", "dvl check --json .");
  }

  @Override
  public String about() {
    return "Compiles a program and says all that is wrong with it. Needs no host, no parameter and"
        + " no secret.";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.program(spec);
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws IOException {
    Outcome<Project> read =
        ProjectReader.read(
            invocation.path(invocation.operand(0).orElse("")), invocation.terminal().folder());
    Project project = read.value();
    Diagnostics all = new Diagnostics();
    all.reportAll(read.diagnostics());
    project.files().forEach(file -> all.reportAll(Parser.parse(file).diagnostics()));
    say(invocation, project, all);
    return all.hasErrors() ? Exit.WRONG : Exit.DONE;
  }

  private static void say(Invocation invocation, Project project, Diagnostics all)
      throws IOException {
    String json = JsonRenderer.render(project.sources(), all.sorted());
    if (invocation.option(Options.JSON_INTO).isPresent()) {
      Files.writeString(invocation.path(invocation.option(Options.JSON_INTO).get()), json + "\n");
    }
    String text = TextRenderer.render(project.sources(), all.sorted(), invocation.colourOut());
    String said = text.isEmpty() ? "no mistakes\n" : text;
    invocation.terminal().out().print(invocation.json() ? json + "\n" : said);
  }
}

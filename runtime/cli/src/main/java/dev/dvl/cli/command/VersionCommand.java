package dev.dvl.cli.command;

import dev.dvl.cli.Version;
import dev.dvl.compiler.diagnostic.JsonText;
import java.util.List;

/** {@code dvl version} with options; the bare word is answered before this is loaded. */
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl version", "dvl version --json");
  }

  @Override
  public String about() {
    return "Says which dvl this is, and with --json on which Java it runs.";
  }

  @Override
  public void describe(Spec spec) {
    Options.flag(spec, Options.JSON, "the result as JSON");
  }

  @Override
  public Exit run(Invocation invocation) {
    String text =
        invocation.json()
            ? new JsonText()
                .openObject()
                .name("format_version")
                .number(1)
                .name("dvl")
                .text(Version.NUMBER)
                .name("java")
                .text(Runtime.version().toString())
                .closeObject()
                .toString()
            : Version.LINE;
    invocation.terminal().out().println(text);
    return Exit.DONE;
  }
}

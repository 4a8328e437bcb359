package dev.dvl.cli.command;

import dev.dvl.cli.project.Reason;
import dev.dvl.cli.templates.Template;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.engine.plan.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code dvl init}: writes a small program that plans at once. */
final class InitCommand implements Command {
  private static final String MAIN = "main.dvl";
  private static final String IGNORE = ".gitignore";
  private static final String STACK = "dvl.stack";
  private static final String LIST = "--list";

  /** What is written, and where. */
  private record Wanted(Template template, String folder) {}

  @Override
  public String name() {
    return "init";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl init shop", "dvl init vsphere fleet", "dvl plan shop --sandbox");
  }

  @Override
  public String about() {
    return "Writes a small program into a folder, which is made where it is missing: main.dvl,"
        + " .gitignore,\nand dvl.stack, which says whose the objects are. Writes over nothing.\n\n"
        + "templates\n"
        + list().stripTrailing();
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "TEMPLATE", "one of these (default: docker)");
    Options.operand(spec, "FOLDER", "the folder (default: this folder)");
    Options.flag(spec, LIST, "only list the templates");
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    if (invocation.has(LIST)) {
      invocation.terminal().out().print(list());
      return Exit.DONE;
    }
    Wanted wanted = wanted(invocation);
    List<String> written = write(wanted, invocation.path(wanted.folder()));
    invocation.terminal().out().println("written: " + String.join(", ", written));
    String folder = ShellWord.of(wanted.folder());
    invocation.terminal().out().println("next: dvl plan " + folder + " --sandbox");
    invocation.terminal().out().println("      dvl test " + folder);
    return Exit.DONE;
  }

  private static String list() {
    StringBuilder text = new StringBuilder();
    for (Template template : Template.values()) {
      text.append("  %-9s %s%n".formatted(template.word(), template.about()));
    }
    return text.toString();
  }

  /** One word alone is a template where there is one of that name, and else a folder. */
  private static Wanted wanted(Invocation invocation) throws Refusal {
    Optional<String> first = invocation.operand(0);
    if (first.isEmpty()) {
      return new Wanted(Template.DOCKER, ".");
    }
    Optional<Template> template = Template.of(first.get());
    Optional<String> folder = invocation.operand(1);
    if (template.isPresent()) {
      return new Wanted(template.get(), folder.orElse("."));
    }
    if (folder.isPresent() || Spelling.nearest(first.get(), Template.words()).isPresent()) {
      throw unknown(first.get(), folder.isPresent());
    }
    return new Wanted(Template.DOCKER, first.get());
  }

  private static Refusal unknown(String word, boolean withFolder) {
    String similar =
        Spelling.note("a template", word, Template.words())
            .orElse("There are " + String.join(", ", Template.words()) + ".");
    String folder = "A folder of that name is written `./" + word + "`.";
    return withFolder
        ? Refusal.of(Exit.WRONG, CommandCodes.NO_TEMPLATE, no(word), similar)
        : Refusal.of(Exit.WRONG, CommandCodes.NO_TEMPLATE, no(word), similar, folder);
  }

  private static String no(String word) {
    return "There is no template `" + word + "`.";
  }

  /** Writes all of it, or nothing; says what. */
  private static List<String> write(Wanted wanted, Path folder) throws Refusal {
    String name = wanted.folder();
    List<String> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      free(name, folder);
      fresh(folder, MAIN, wanted.template().program());
      written.add(MAIN);
      if (!Files.exists(folder.resolve(IGNORE), LinkOption.NOFOLLOW_LINKS)) {
        fresh(folder, IGNORE, ".dvl/\n");
        written.add(IGNORE);
      }
      StackFile.write(folder, StackFile.fresh());
      written.add(STACK);
      return written;
    } catch (IOException problem) {
      written.forEach(file -> takeBack(folder.resolve(file)));
      throw refusal("Nothing can be written in `" + name + "`: " + Reason.of(problem) + ".");
    }
  }

  private static void fresh(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE_NEW);
  }

  private static void takeBack(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // Why nothing could be written is told; that a part of it stays shows by itself.
    }
  }

  /** A folder with a program, or with the id of one, is left as it is. */
  private static void free(String name, Path folder) throws Refusal, IOException {
    if (Files.exists(folder.resolve(STACK), LinkOption.NOFOLLOW_LINKS)) {
      throw refusal("`" + name + "` holds `dvl.stack` already.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().endsWith(".dvl") && Files.isRegularFile(file)) {
          throw refusal("`" + name + "` holds a program already: `" + file.getFileName() + "`.");
        }
      }
    }
  }

  private static Refusal refusal(String why) {
    return Refusal.of(Exit.WRONG, CommandCodes.NOT_WRITTEN, why);
  }
}

package dev.dvl.compiler;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.input.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that a page shows beside its programs: blocks that begin with {@code dvl,file=PATH}.
 */
record PageFiles(Map<String, String> files) implements ProjectFiles {
  private static final Pattern FILE =
      Pattern.compile("^```dvl,file=(\\S+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Path PROXY = Path.of("../../stdlib/modules/proxy.dvl");

  static PageFiles of(String page) {
    return new PageFiles(
        FILE.matcher(page)
            .results()
            .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2))));
  }

  @Override
  public String read(String path) throws EvaluationProblem {
    return NONE.read(path);
  }

  @Override
  public List<Text> module(String path) throws EvaluationProblem {
    List<Text> found =
        files.entrySet().stream()
            .filter(it -> it.getKey().equals(path) || it.getKey().startsWith(path + "/"))
            .map(it -> new Text(it.getKey(), it.getKey(), it.getValue()))
            .toList();
    if (found.isEmpty()) {
      throw new EvaluationProblem("there is no file `" + path + "`");
    }
    return found;
  }

  @Override
  public Optional<Text> standard(String name) {
    try {
      return name.equals("std.proxy")
          ? Optional.of(new Text(name, name, Files.readString(PROXY)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Collection<String> standard() {
    return List.of("std.proxy");
  }
}

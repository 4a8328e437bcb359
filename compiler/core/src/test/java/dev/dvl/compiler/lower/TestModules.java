package dev.dvl.compiler.lower;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.source.SourceMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A program of several files in one text: {@code //// lib/web.dvl} starts a file. Those without a
 * folder are the program's own; a path that starts with {@code std.} is a module that comes with
 * dvl.
 */
final class TestModules implements ProjectFiles {
  private static final Pattern FILE = Pattern.compile("(?m)^//// (\\S+)\n");

  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> read = new ArrayList<>();

  TestModules(Map<String, String> files) {
    this.files.putAll(files);
  }

  static TestModules of(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    List<MatchResult> starts = FILE.matcher(text).results().toList();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).start() : text.length();
      files.put(starts.get(i).group(1), text.substring(starts.get(i).end(), end));
    }
    return new TestModules(files);
  }

  Outcome<Program> compile(SourceMap sources) {
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".dvl") && !path.contains("/")) {
            sources.add(path, text);
          }
        });
    Inputs inputs =
        new Inputs(
            Map.of(),
            false,
            TestPrograms.STACK,
            this,
            Optional.of((name, variable) -> true),
            ComputationLimits.DEFAULT);
    return Compilation.compile(sources, TestPrograms.KINDS, inputs);
  }

  /** The paths of the modules that have been read, in that order. */
  List<String> modulesRead() {
    return read;
  }

  @Override
  public String read(String path) throws EvaluationProblem {
    String text = files.get(path);
    if (text == null) {
      throw new EvaluationProblem("there is no file `" + path + "`");
    }
    return text;
  }

  @Override
  public List<Text> module(String path) throws EvaluationProblem {
    read.add(path);
    if (path.endsWith(".dvl")) {
      return List.of(new Text(path, path, read(path)));
    }
    return files.entrySet().stream()
        .filter(it -> it.getKey().endsWith(".dvl") && folder(it.getKey()).equals(path))
        .map(it -> new Text(it.getKey(), it.getKey(), it.getValue()))
        .toList();
  }

  @Override
  public Collection<String> in(String folder) {
    return files.keySet().stream()
        .filter(it -> folder(it).equals(folder))
        .map(it -> it.substring(it.lastIndexOf('/') + 1))
        .toList();
  }

  @Override
  public Optional<Text> standard(String name) {
    return Optional.ofNullable(files.get(name)).map(text -> new Text(name, name, text));
  }

  @Override
  public Collection<String> standard() {
    return files.keySet().stream().filter(it -> it.startsWith("std.")).toList();
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }
}

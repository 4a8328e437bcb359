package dev.dvl.cli.parameters;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.lower.input.RawInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values of parameters from outside. Later wins: files in their order, then variables {@code
 * DVL_PARAM_name}, then options.
 */
public final class GivenParameters {
  private static final String VARIABLE = "DVL_PARAM_";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, RawInput> values = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private GivenParameters() {}

  /**
   * Reads them all.
   *
   * @param options in the form {@code name=value}
   * @param folder that names of files start from
   */
  public static Outcome<Map<String, RawInput>> read(
      List<String> options, List<String> files, Map<String, String> environment, Path folder) {
    GivenParameters given = new GivenParameters();
    files.forEach(file -> given.file(folder.resolve(file), file));
    new TreeMap<>(environment).forEach(given::variable);
    options.forEach(given::option);
    return new Outcome<>(given.values, given.diagnostics);
  }

  private void file(Path file, String name) {
    try {
      values.putAll(DataFile.read(file, name));
    } catch (DataProblem problem) {
      diagnostics.add(problem.diagnostic());
    }
  }

  private void variable(String name, String value) {
    if (name.startsWith(VARIABLE) && name.length() > VARIABLE.length()) {
      values.put(name.substring(VARIABLE.length()), new RawInput.Text(value, name));
    }
  }

  private void option(String option) {
    int sign = option.indexOf('=');
    String name = sign < 0 ? option : option.substring(0, sign);
    if (sign < 0 || !NAME.matcher(name).matches()) {
      diagnostics.add(
          Diagnostic.without(
              ParameterCodes.OPTION,
              sign < 0
                  ? "`--param " + option + "` has no `=`."
                  : "`" + name + "` cannot be the name of a parameter."));
      return;
    }
    values.put(name, new RawInput.Text(option.substring(sign + 1), "--param"));
  }
}

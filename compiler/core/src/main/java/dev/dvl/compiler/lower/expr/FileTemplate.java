package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Structure;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file with {@code ${name}} and {@code ${name.part}} in it, which stand for what is
 * given by that name; a backslash before the dollar keeps both as they are. What is secret or known
 * later stays a term, so that the whole is as secret and as late as what it uses.
 */
final class FileTemplate {
  private static final Pattern HOLE =
      Pattern.compile(
          "\\\\\\$\\{|\\$\\{\\s*([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)\\s*}|\\$\\{");

  private final String text;
  private final Value values;

  FileTemplate(String text, Value values) {
    this.text = text;
    this.values = values;
  }

  /** What is to be joined, in order. */
  List<Value> parts() throws EvaluationProblem {
    List<Value> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      parts.add(Value.text(text.substring(from, hole.start())));
      parts.add(hole.group().startsWith("\\") ? Value.text("${") : value(hole));
      from = hole.end();
    }
    parts.add(Value.text(text.substring(from)));
    return parts;
  }

  private Value value(Matcher hole) throws EvaluationProblem {
    String path = hole.group(1);
    if (path == null) {
      throw wrong(hole, "behind `${` stands a name, or names joined with `.`, and then `}`");
    }
    try {
      Value value = values;
      for (String name : path.split("\\.", -1)) {
        value = part(value, name);
      }
      if (value.isNull()) {
        throw new EvaluationProblem("`" + path + "` is not given");
      }
      return value;
    } catch (EvaluationProblem e) {
      throw wrong(hole, String.valueOf(e.getMessage()));
    }
  }

  private static Value part(Value target, String name) throws EvaluationProblem {
    return target instanceof Value.Deferred(Term term)
        ? new Value.Deferred(Term.call("field", term, Term.literal(Value.text(name))))
        : Structure.field(target, name);
  }

  private EvaluationProblem wrong(Matcher hole, String what) {
    long line = text.substring(0, hole.start()).chars().filter(c -> c == '\n').count() + 1;
    return new EvaluationProblem("line " + line + " of the template: " + what);
  }
}

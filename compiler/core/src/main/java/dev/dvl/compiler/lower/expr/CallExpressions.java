package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Signature;
import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Callee;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls: functions of the program with arguments by need, standard ones with their values. */
final class CallExpressions {
  private final Run run;
  private final Expressions expressions;
  private final FilesRead files;

  CallExpressions(Run run, Expressions expressions, FilesRead files) {
    this.run = run;
    this.expressions = expressions;
    this.files = files;
  }

  Value call(Expr.Call call, Scope scope) throws Failure {
    return switch (run.names().meaning(call).orElseThrow(Failure::told)) {
      case Callee.Own(Symbol.Fn function) -> own(function, call, scope);
      case Callee.Standard(Signature signature) -> standard(signature, call, scope);
    };
  }

  private Value own(Symbol.Fn function, Expr.Call call, Scope scope) throws Failure {
    Item.Fn item = function.item();
    Budget.Spender before = run.budget().enter(item, "`" + function.name() + "`", function.span());
    try {
      return expressions.value(item.body(), bound(item, call, scope));
    } catch (Failure e) {
      throw e.label(call.span(), "in this call of `" + function.name() + "`");
    } finally {
      run.budget().leave(before);
    }
  }

  private Scope bound(Item.Fn item, Expr.Call call, Scope caller) {
    Scope inside = caller.module();
    int position = 0;
    for (Item.FnParam param : item.params()) {
      Optional<Expr> given = call.argument(param.name().text(), position++);
      Optional<Expr> value = given.isPresent() ? given : param.value();
      Scope where = given.isPresent() ? caller : inside;
      if (value.isPresent()) {
        Expr expr = value.get();
        LazyValue cell =
            LazyValue.of(param.name().text(), param.span(), () -> expressions.value(expr, where));
        inside = inside.with(run.names().declared(param), cell);
      } else {
        inside = inside.with(run.names().declared(param), Value.Null.NULL);
      }
    }
    return inside;
  }

  private Value standard(Signature signature, Expr.Call call, Scope scope) throws Failure {
    List<Value> arguments = arguments(signature, call, scope);
    return switch (signature.name()) {
      case "file" -> files.read(path(arguments, call), call.span());
      case "line_of" -> lineOf(files.read(path(arguments, call), call.span()));
      case "file_exists" -> Value.of(files.exists(path(arguments, call), call.span()));
      case "file_sha256" -> Value.text(files.hash(path(arguments, call), call.span()));
      case "folder_sha256" -> Value.text(files.folderHash(path(arguments, call), call.span()));
      case "files_in" -> texts(files.list(path(arguments, call), call.span()));
      case "template" -> template(arguments, call);
      case "json_decode", "yaml_decode" ->
          new Decoded(run, files).value(call, arguments.getFirst());
      default -> expressions.apply(signature.name(), arguments, call.span());
    };
  }

  private List<Value> arguments(Signature signature, Expr.Call call, Scope scope) throws Failure {
    List<Value> values = new ArrayList<>(call.arguments().size());
    int position = 0;
    for (Signature.Parameter parameter : signature.parameters()) {
      Optional<Expr> given = call.argument(parameter.name(), position++);
      if (given.isPresent()) {
        values.add(expressions.value(given.get(), scope));
      } else {
        values.add(Value.Null.NULL);
      }
    }
    if (signature.variadic()) {
      for (; position < call.arguments().size(); position++) {
        values.add(expressions.value(call.arguments().get(position).value(), scope));
      }
    }
    return values;
  }

  private String path(List<Value> arguments, Expr.Call call) throws Failure {
    if (arguments.getFirst() instanceof Value.Text(String path)) {
      return files.within(run.names().folder(call.span()), path, call.span());
    }
    throw run.report().open(arguments.getFirst(), call.span(), "the path of a file");
  }

  private static Value texts(List<String> texts) {
    return new Value.ListOf(texts.stream().map(Value::text).toList());
  }

  private Value template(List<Value> arguments, Expr.Call call) throws Failure {
    Value text = files.read(path(arguments, call), call.span());
    if (!(text instanceof Value.Text(String template))) {
      return text;
    }
    try {
      List<Value> parts = new FileTemplate(template, arguments.get(1)).parts();
      return expressions.apply("concat", parts, call.span());
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.TEMPLATE, call.span(), e.getMessage());
    }
  }

  /** Drops the line end that editors put behind the last line. */
  private static Value lineOf(Value value) {
    if (!(value instanceof Value.Text(String text)) || !text.endsWith("\n")) {
      return value;
    }
    boolean windows = text.endsWith("\r\n");
    return Value.text(text.substring(0, text.length() - (windows ? 2 : 1)));
  }
}

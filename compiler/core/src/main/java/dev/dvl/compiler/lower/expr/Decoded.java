package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.convert.JsonInput;
import dev.dvl.compiler.lower.convert.RawReader;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;

/** Values that are read out of a text, by the type that is wanted. */
final class Decoded {
  private final Run run;
  private final FilesRead files;

  Decoded(Run run, FilesRead files) {
    this.run = run;
    this.files = files;
  }

  /** The caller converts it to the type, which fills in defaults and asks the conditions. */
  Value value(Expr.Call call, Value given) throws Failure {
    if (!(given instanceof Value.Text(String text))) {
      throw run.report().open(given, call.span(), "the text to decode");
    }
    Type type = run.types().wanted(call).orElseThrow(Failure::told);
    RawReader.Reading reading = RawReader.read(raw(call, text), type, "it");
    return reading
        .value()
        .orElseThrow(
            () ->
                Failure.at(LowerCodes.DECODED, call.span(), "this text holds something else")
                    .note(reading.problem()));
  }

  private RawInput raw(Expr.Call call, String text) throws Failure {
    try {
      return call.function().text().equals("json_decode") ? JsonInput.read(text) : files.yaml(text);
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.DECODED, call.span(), e.getMessage());
    }
  }
}

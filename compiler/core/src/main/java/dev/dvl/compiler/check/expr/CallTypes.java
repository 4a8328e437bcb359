package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Signature;
import dev.dvl.compiler.resolve.Callee;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.List;
import java.util.Optional;

/** Calls of functions. */
final class CallTypes {
  private final Typing typing;
  private final Functions functions;
  private final Decoding decoding;

  CallTypes(Typing typing) {
    this.typing = typing;
    this.functions = new Functions(typing);
    this.decoding = new Decoding(typing);
  }

  /** A call where {@code wanted} is asked for, to which only decoding adapts. */
  Type check(Expr.Call call, Type wanted, Context context) {
    Type type =
        decoding.isMeant(call)
            ? decoding.check(call, Optional.of(wanted), context)
            : typing.infer(call, context);
    return typing.fit(call, type, wanted);
  }

  Type infer(Expr.Call call, Context context) {
    if (decoding.isMeant(call)) {
      return decoding.check(call, Optional.empty(), context);
    }
    Optional<Callee> callee = typing.names().meaning(call);
    if (callee.isEmpty()) {
      return loose(call, context);
    }
    return switch (callee.get()) {
      case Callee.Own(Symbol.Fn fn) -> own(call, fn, context);
      case Callee.Standard(Signature signature) -> standard(call, signature, context);
    };
  }

  private Type loose(Expr.Call call, Context context) {
    call.arguments().forEach(argument -> typing.infer(argument.value(), context));
    return Shapes.WRONG;
  }

  private Type own(Expr.Call call, Symbol.Fn fn, Context context) {
    List<Item.FnParam> params = fn.item().params();
    CallArguments arguments =
        new CallArguments(
            params.stream().map(it -> it.name().text()).toList(),
            params.stream().filter(it -> it.value().isEmpty()).map(it -> it.name().text()).toList(),
            false);
    Optional<List<CallArguments.Given>> given = arguments.match(call, typing);
    if (given.isEmpty()) {
      return loose(call, context);
    }
    Stage stage = Stage.KNOWN;
    Context inside = context.takingSecrets();
    for (CallArguments.Given it : given.get()) {
      Type wanted = functions.parameter(params.get(it.parameter()));
      stage = stage.or(Qualities.of(typing.check(it.value(), wanted, inside)).stage());
    }
    return Qualities.with(typing.symbols().of(fn), new Qualifiers(stage, false));
  }

  private Type standard(Expr.Call call, Signature signature, Context context) {
    List<Signature.Parameter> params = signature.parameters();
    CallArguments arguments =
        new CallArguments(
            params.stream().map(Signature.Parameter::name).toList(),
            params.stream().filter(it -> !it.optional()).map(Signature.Parameter::name).toList(),
            signature.variadic());
    Optional<List<CallArguments.Given>> given = arguments.match(call, typing);
    if (given.isEmpty()) {
      return loose(call, context);
    }
    Type result = new StandardCall(typing, signature).infer(given.get(), context);
    surroundings(call, signature, given.get(), context);
    return result;
  }

  /** What reads the world around the program stands only where that can be done. */
  private void surroundings(
      Expr.Call call, Signature signature, List<CallArguments.Given> given, Context context) {
    switch (signature.name()) {
      case "env" -> {
        if (!context.environment()) {
          typing.report(
              Diagnostic.at(CheckCodes.ENVIRONMENT, call.span(), "the environment is not read here")
                  .note(
                      "Only a `secret` reads it. Parameters take `DVL_PARAM_name` by themselves."));
        }
        known(given, "the name of a variable");
      }
      case "file", "line_of", "file_exists", "file_sha256", "files_in", "folder_sha256" ->
          known(given, "the path of a file");
      case "template" -> known(given.subList(0, 1), "the path of a file");
      case String ignored -> {}
    }
  }

  private void known(List<CallArguments.Given> given, String what) {
    for (CallArguments.Given it : given) {
      new Demands(typing).knownAndOpen(it.value(), typing.types().of(it.value()), what);
    }
  }
}

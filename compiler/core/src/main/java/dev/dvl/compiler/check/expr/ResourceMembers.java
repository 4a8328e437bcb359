package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.check.result.Access;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.CommonAttributes;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members of resources: attributes, blocks, outputs and states. */
final class ResourceMembers {
  private final Typing typing;
  private final Members members;

  ResourceMembers(Typing typing, Members members) {
    this.typing = typing;
    this.members = members;
  }

  Type infer(Expr.Member member, Type.Ref ref, Context context) {
    Optional<KindSchema> kind =
        ref.isInterface() ? Optional.empty() : typing.kinds().find(ref.target());
    if (kind.isEmpty()) {
      return members.unknown(member, "what offers `" + ref.target() + "`", "a part", List.of());
    }
    String name = member.name().text();
    KindSchema schema = kind.get();
    return attribute(member, schema, name)
        .or(() -> block(member, schema, name))
        .or(() -> output(member, schema, name))
        .or(() -> state(member, schema, name, context))
        .orElseGet(
            () -> members.unknown(member, Article.quoted(schema.name()), "a part", parts(schema)));
  }

  private Optional<Type> attribute(Expr.Member member, KindSchema schema, String name) {
    Optional<Attribute> found = schema.attribute(name).or(() -> readable(name));
    found.ifPresent(it -> typing.types().put(member, new Access.Setting(it)));
    return found.map(it -> typing.settings().read(origin(member.target()), it));
  }

  private static Optional<Attribute> readable(String name) {
    return name.equals("protect") ? CommonAttributes.attribute(name) : Optional.empty();
  }

  private Optional<Type> block(Expr.Member member, KindSchema schema, String name) {
    Optional<Block> found = schema.block(name);
    found.ifPresent(it -> typing.types().put(member, new Access.Part(it)));
    return found.map(it -> typing.settings().read(origin(member.target()), it));
  }

  private Optional<Type> output(Expr.Member member, KindSchema schema, String name) {
    Optional<KindSchema.Output> found = schema.output(name);
    found.ifPresent(it -> typing.types().put(member, new Access.Told(it)));
    return found.map(it -> Qualities.with(it.type(), new Qualifiers(Stage.LATER, false)));
  }

  private Optional<Type> state(
      Expr.Member member, KindSchema schema, String name, Context context) {
    Optional<KindSchema.State> found = schema.state(name);
    if (found.isPresent() && !context.states()) {
      typing.report(
          Diagnostic.at(
                  CheckCodes.STATE, member.name().span(), "`" + name + "` is a state, not a value")
              .note("States are what others wait for: `after = [x." + name + "]`."));
      return Optional.of(Shapes.WRONG);
    }
    found.ifPresent(it -> typing.types().put(member, new Access.Awaited(it)));
    return found.map(it -> new Type.StateOf(schema.name(), it.name()));
  }

  /** The declaration that an expression means one of the resources of. */
  private Optional<Symbol> origin(Expr expr) {
    return typing
        .origin(expr)
        .filter(it -> it instanceof Symbol.Resource || it instanceof Symbol.Host);
  }

  private static List<String> parts(KindSchema schema) {
    List<String> parts = new ArrayList<>();
    schema.attributes().forEach(it -> parts.add(it.name()));
    schema.blocks().forEach(it -> parts.add(it.name()));
    schema.outputs().forEach(it -> parts.add(it.name()));
    schema.states().forEach(it -> parts.add(it.name()));
    return parts;
  }
}

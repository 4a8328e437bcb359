package dev.dvl.compiler.type;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts unions together, and sees to it that a value says by itself which member it belongs to. */
final class UnionReader {
  private final Diagnostics diagnostics;

  UnionReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** A member and where it is written. */
  record Member(Type type, Span span) {}

  Type read(List<Member> written) {
    List<Member> members = new ArrayList<>();
    boolean optional = false;
    for (Member member : written) {
      optional |= member.type() instanceof Type.Null || member.type() instanceof Type.Maybe;
      flatten(member, members);
    }
    boolean apart = areApart(members) && objectsAreApart(members);
    if (!apart || members.stream().anyMatch(it -> it.type() instanceof Type.Wrong)) {
      return new Type.Wrong();
    }
    Type union = join(members.stream().map(Member::type).toList());
    return optional ? TypeReader.maybe(union) : union;
  }

  private static Type join(List<Type> members) {
    return switch (members.size()) {
      case 0 -> new Type.Null();
      case 1 -> members.getFirst();
      default -> new Type.Union(members);
    };
  }

  private static void flatten(Member member, List<Member> into) {
    switch (member.type()) {
      case Type.Union(List<Type> inner) ->
          inner.forEach(type -> into.add(new Member(type, member.span())));
      case Type.Maybe(Type inner) -> flatten(new Member(inner, member.span()), into);
      case Type.Null ignored -> {}
      case Type ignored -> into.add(member);
    }
  }

  private boolean areApart(List<Member> members) {
    Map<Object, Span> seen = new HashMap<>();
    boolean apart = true;
    for (Member member : members) {
      if (isObject(member.type()) || member.type() instanceof Type.Wrong) {
        continue;
      }
      Span earlier = seen.putIfAbsent(form(member.type()), member.span());
      if (earlier != null) {
        report(member.span(), earlier, "values of this type look like those of another member");
        apart = false;
      }
    }
    return apart;
  }

  private boolean objectsAreApart(List<Member> members) {
    List<Member> objects = members.stream().filter(it -> isObject(it.type())).toList();
    boolean apart =
        objects.size() < 2 || Tags.of(objects.stream().map(Member::type).toList()).isPresent();
    if (!apart) {
      report(
          objects.getLast().span(),
          objects.getFirst().span(),
          "no field with a fixed value tells this object from the other");
    }
    return apart;
  }

  private void report(Span span, Span earlier, String text) {
    diagnostics.report(
        Diagnostic.at(TypeCodes.UNION_MEMBERS, span, text)
            .label(earlier, "the other member")
            .note(
                "Members may be fixed values, one text-like type, one number, one bool, one list,"
                    + " a reference for each kind, and objects that differ in a field such as"
                    + " `type: \"volume\"`."));
  }

  private static boolean isObject(Type type) {
    return switch (type) {
      case Type.ObjectOf ignored -> true;
      case Type.MapOf ignored -> true;
      case Type.Refined refined -> isObject(refined.base());
      case Type ignored -> false;
    };
  }

  /** What values of a type look like: equal forms cannot be told apart. */
  private static Object form(Type type) {
    return switch (type) {
      case Type.Scalar(ScalarKind kind, var ignored) -> form(kind);
      case Type.Literal(var value, var ignored) -> value;
      case Type.ListOf ignored -> "list";
      case Type.SetOf ignored -> "list";
      case Type.Ref(String target, var ignored, var alsoIgnored) -> "ref " + target;
      case Type.Refined refined -> form(refined.base());
      case Type other -> other;
    };
  }

  private static String form(ScalarKind kind) {
    return switch (kind) {
      case STRING, IP, CIDR, MAC, PORT_MAPPING, IMAGE_REF, PATH, URL -> "text";
      case INT, DECIMAL, PORT -> "number";
      case BOOL, SIZE, DURATION, FREQUENCY, RATE, PERCENT -> kind.word();
    };
  }
}

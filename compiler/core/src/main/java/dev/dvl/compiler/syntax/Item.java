package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** One entry of a file or of a body: a declaration, an attribute, a condition. */
public sealed interface Item extends Node {

  /**
   * What may stand before an item: documentation without its marks, annotations, {@code private}.
   */
  record Lead(Optional<String> doc, List<Annotation> annotations, boolean isPrivate) {
    public static final Lead NONE = new Lead(Optional.empty(), List.of(), false);

    public Lead {
      annotations = List.copyOf(annotations);
    }
  }

  /** What gives a name to what it declares. */
  interface Named {
    Name name();
  }

  record Module(Span span, Lead lead, QualifiedName name, Optional<Body> header) implements Item {}

  /** {@code import std.x} has a path, {@code import "./f" as n} a text. */
  record Import(
      Span span, Lead lead, Optional<QualifiedName> path, Optional<Expr> text, Optional<Name> alias)
      implements Item {}

  record Param(
      Span span,
      Lead lead,
      Name name,
      TypeNode type,
      Optional<Expr> value,
      Optional<Where> where,
      Optional<Body> meta)
      implements Item, Named {}

  record Secret(Span span, Lead lead, Name name, Optional<Expr> source) implements Item, Named {}

  record Let(Span span, Lead lead, Name name, Optional<TypeNode> type, Expr value)
      implements Item, Named {}

  record Type(Span span, Lead lead, Name name, TypeNode type, Optional<Where> where)
      implements Item, Named {}

  record Fn(
      Span span, Lead lead, Name name, List<FnParam> params, Optional<TypeNode> result, Expr body)
      implements Item, Named {
    public Fn {
      params = List.copyOf(params);
    }
  }

  record FnParam(Span span, Name name, TypeNode type, Optional<Expr> value) implements Named {}

  record Component(Span span, Lead lead, Name name, Optional<On> on, Body body)
      implements Item, Named {}

  record Kind(Span span, Lead lead, Name name, Optional<On> on, Body body) implements Item {}

  /** {@code on engine: docker_engine} in the header of a kind or component. */
  record On(Span span, Name name, TypeNode type) {}

  record Provides(Span span, Lead lead, Name name, Optional<Expr> condition, Optional<Body> body)
      implements Item {}

  /** A block in a kind; with a key type it may be repeated under labels. */
  record BlockSchema(
      Span span,
      Lead lead,
      Name name,
      Optional<TypeNode> key,
      boolean optional,
      Body body,
      Optional<Body> meta)
      implements Item {}

  record State(Span span, Lead lead, Name name, Optional<Body> meta) implements Item {}

  record Host(
      Span span, Lead lead, Name name, List<Expr> keys, QualifiedName kind, Optional<Body> body)
      implements Item, Named {
    public Host {
      keys = List.copyOf(keys);
    }
  }

  record For(Span span, Lead lead, ComprehensionHead head, Body body) implements Item {}

  /** {@code otherwise} holds one {@link If} for {@code else if}, or the items of {@code else}. */
  record If(Span span, Lead lead, Expr condition, Body then, Optional<Body> otherwise)
      implements Item {}

  record Check(Span span, Lead lead, Expr title, Body body) implements Item {}

  record Assert(Span span, Lead lead, Expr condition, Optional<Expr> message) implements Item {}

  record Test(Span span, Lead lead, Expr title, Body body) implements Item {}

  record Expect(Span span, Lead lead, Expr condition, Optional<Expr> message) implements Item {}

  /** {@code expect error DVL3009}, {@code expect plan matches snapshot}. */
  record ExpectWords(Span span, Lead lead, List<Name> words) implements Item {
    public ExpectWords {
      words = List.copyOf(words);
    }
  }

  /** {@code apply}, or {@code apply fails}. */
  record Apply(Span span, Lead lead, Optional<Name> how) implements Item {}

  record Output(
      Span span,
      Lead lead,
      Name name,
      Optional<TypeNode> type,
      Optional<Expr> value,
      Optional<Body> meta)
      implements Item {}

  record Moved(Span span, Lead lead, AddressNode from, AddressNode to) implements Item {}

  record Adopt(Span span, Lead lead, AddressNode address, Expr platformName) implements Item {}

  record Forget(Span span, Lead lead, AddressNode address) implements Item {}

  /** {@code name = value}. */
  record Attribute(Span span, Lead lead, ObjectKey key, Expr value) implements Item {}

  /** {@code name: type} in a kind, a component or an object type's body. */
  record Field(
      Span span,
      Lead lead,
      Name name,
      boolean optional,
      TypeNode type,
      Optional<Expr> value,
      Optional<Where> where,
      Optional<Body> meta)
      implements Item {}

  /** A resource, an instance of a component, or a block: which one, the kind's schema decides. */
  record Declaration(
      Span span,
      Lead lead,
      QualifiedName kind,
      Optional<Name> name,
      List<Expr> keys,
      Optional<Place> on,
      Optional<Body> body)
      implements Item {
    public Declaration {
      keys = List.copyOf(keys);
    }
  }

  /** Text that could not be read as an item; a diagnostic has been given for it. */
  record Broken(Span span) implements Item {
    @Override
    public Lead lead() {
      return Lead.NONE;
    }
  }

  Lead lead();
}

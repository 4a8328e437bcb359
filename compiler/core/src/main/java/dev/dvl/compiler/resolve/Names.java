package dev.dvl.compiler.resolve;

import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names of a program, in side tables over its syntax trees.
 *
 * <p>Nodes are found by identity. An empty answer means that the name is wrong and that this has
 * been said; later stages stay silent about it.
 */
public final class Names {
  private final List<FileTree> files;
  private final NavigableMap<Integer, FileTree> byBase = new TreeMap<>();
  private final NavigableMap<Integer, Modules.Source> sources = new TreeMap<>();
  private final Declared declared;
  private final Uses uses;
  private final List<Symbol.Secret> secrets;
  private final List<Symbol.Let> lets;
  private final List<Symbol.Type> types;
  private final List<Symbol.Fn> functions;
  private final List<Symbol.Host> hosts;
  private final List<Symbol.Component> components;

  Names(Modules modules, Declared declared, Uses uses) {
    for (Modules.Source source : modules.inOrder()) {
      for (FileTree file : source.files()) {
        sources.put(file.file().base(), source);
        byBase.put(file.file().base(), file);
      }
    }
    this.files = List.copyOf(byBase.values());
    this.declared = declared;
    this.uses = uses;
    this.secrets = declared.all(Symbol.Secret.class);
    this.lets = declared.all(Symbol.Let.class);
    this.types = declared.all(Symbol.Type.class);
    this.functions = declared.all(Symbol.Fn.class);
    this.hosts = declared.all(Symbol.Host.class);
    this.components = declared.all(Symbol.Component.class);
  }

  /** The files of all modules. */
  public List<FileTree> files() {
    return files;
  }

  /** The text under a span. */
  public String text(Span span) {
    return byBase.floorEntry(span.start()).getValue().file().text(span);
  }

  /** The folder of the module in which something stands; none where it comes with dvl. */
  public Optional<String> folder(Span span) {
    return sources.floorEntry(span.start()).getValue().folder();
  }

  /** The name in the header, or {@code main} where there is none. */
  public String module() {
    return declared.module();
  }

  public List<Symbol.Secret> secrets() {
    return secrets;
  }

  /** Those of the module and those of inner scopes. */
  public List<Symbol.Let> lets() {
    return lets;
  }

  public List<Symbol.Type> types() {
    return types;
  }

  public List<Symbol.Fn> functions() {
    return functions;
  }

  public List<Symbol.Host> hosts() {
    return hosts;
  }

  public List<Symbol.Component> components() {
    return components;
  }

  /** What makes up the program, outside of components. */
  public Contents contents() {
    return declared.contents();
  }

  /** What makes up a component. */
  public Contents contents(Symbol.Component component) {
    return declared.contents(component.item());
  }

  public List<Item.Moved> moves() {
    return declared.moves();
  }

  public List<Item.Adopt> adoptions() {
    return declared.adoptions();
  }

  public List<Item.Forget> forgotten() {
    return declared.forgotten();
  }

  /** In the order of the text, file by file. */
  public List<Item.Test> tests() {
    return declared.tests();
  }

  /** What a name in the space of values means. */
  public Optional<Symbol> meaning(Expr.NameRef use) {
    return uses.value(use);
  }

  /** Whether any expression names this value. */
  public boolean isNamed(Symbol symbol) {
    return uses.isNamed(symbol);
  }

  /** What a name behind that of a module means; empty for members of values. */
  public Optional<Symbol> meaning(Expr.Member use) {
    return uses.value(use);
  }

  public Optional<Callee> meaning(Expr.Call call) {
    return uses.callee(call);
  }

  /** The type of the program that a type names; empty also for built-in types. */
  public Optional<Symbol.Type> meaning(TypeNode.Named use) {
    return uses.type(use);
  }

  /** The component that {@code name} stands for in {@code ref<name>}; empty for kinds. */
  public Optional<Symbol.Component> target(TypeNode.Named use) {
    return uses.target(use);
  }

  /** Whether a type names nothing, which has been told. */
  public boolean isWrong(TypeNode.Named use) {
    return uses.isWrong(use);
  }

  /** Whether a declaration is a resource, a use of a component or a block. */
  public Optional<Meaning> meaning(Item.Declaration declaration) {
    return uses.declaration(declaration);
  }

  /** The parameter of a component that an attribute gives a value to. */
  public Optional<Symbol.Param> given(Item.Attribute attribute) {
    return uses.given(attribute);
  }

  /** What the schema of its kind, or the list of common attributes, says about an attribute. */
  public Optional<Attribute> meaning(Item.Attribute attribute) {
    return uses.attribute(attribute);
  }

  /** The symbol that a declaring item makes. */
  public Optional<Symbol> declared(Item item) {
    return declared.by(item);
  }

  public Symbol.FnParam declared(Item.FnParam param) {
    return declared.by(param);
  }

  /** The variables of a loop or comprehension: one or two. */
  public List<Symbol.Loop> variables(ComprehensionHead head) {
    return declared.variables(head);
  }

  public Symbol.It it(Where where) {
    return declared.it(where);
  }
}

package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeNames;
import dev.dvl.compiler.value.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one kind: its attributes, blocks, outputs, states, interfaces and checks. */
final class KindReader {
  private final Item.Kind kind;
  private final SchemaTypes types;
  private final Diagnostics diagnostics;
  private final RuleNames scope;
  private final TermReader terms;
  private final OfferReader offers;
  private final Optional<Term> inherited;
  private final Set<String> live;

  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<KindSchema.Output> outputs = new ArrayList<>();
  private final List<KindSchema.State> states = new ArrayList<>();
  private final List<KindSchema.Provides> provides = new ArrayList<>();
  private final List<KindSchema.Check> checks = new ArrayList<>();

  /**
   * A reader of {@code kind}.
   *
   * @param kinds all that are declared
   * @param facts what is known of a place, by its interface
   */
  KindReader(
      Item.Kind kind,
      Map<String, Item.Kind> kinds,
      SchemaTypes types,
      Facts facts,
      Diagnostics diagnostics) {
    this.kind = kind;
    this.types = types;
    this.diagnostics = diagnostics;
    RuleNames own = KindNames.scope(kind.body().items());
    this.scope =
        kind.on().map(on -> own.with(on.name().text(), facts.of(placeName(on)))).orElse(own);
    this.terms = new TermReader(scope, diagnostics);
    this.live = KindNames.live(kind.body().items());
    this.offers =
        new OfferReader(
            kinds,
            KindNames.states(kind.body().items()),
            new TermReader(scope.with(live), diagnostics),
            diagnostics);
    this.inherited =
        kind.on().isPresent() ? Optional.empty() : Optional.of(ImpactReader.of(Impact.NONE));
  }

  /** The names that places of an interface tell about themselves. */
  interface Facts {
    Set<String> of(String place);
  }

  KindSchema read() {
    List<Item> items = kind.body().items();
    KindNames.check(items, diagnostics);
    AttributeReader reader = attributeReader(KindNames.attributes(items));
    items.forEach(item -> read(item, reader));
    KindSettings settings = new KindSettings(kind, diagnostics);
    KindSchema.Identity identity = settings.identity();
    return new KindSchema(
        kind.name().text(),
        doc(kind, kind.name().span()),
        identity,
        settings.rewritable(identity),
        settings.startsFirst(),
        kind.on().flatMap(this::place),
        kind.on().isEmpty(),
        attributes,
        blocks,
        outputs,
        states,
        provides,
        checks);
  }

  private void read(Item item, AttributeReader reader) {
    switch (item) {
      case Item.Field field -> attributes.add(reader.read(field, inherited));
      case Item.BlockSchema block -> blocks.add(block(block));
      case Item.Output output -> outputs.add(output(output));
      case Item.State state -> states.add(state(state));
      case Item.Provides it ->
          provides.add(
              new KindSchema.Provides(
                  it.name().text(), it.condition().map(terms::read), offers.read(it)));
      case Item.Check check -> checks.add(check(check));
      case Item.Attribute ignored when KindSettings.isOne(item) -> {}
      case Item.Attribute attribute ->
          misplaced(
              attribute.span(), "attributes of a kind are declared with a type: `name: string`");
      case Item.Broken ignored -> {}
      case Item other -> misplaced(other.span(), "a kind has no such item");
    }
  }

  private Block block(Item.BlockSchema block) {
    boolean labelled = block.key().isPresent();
    Set<String> words = new HashSet<>(Set.of("impact", "removed"));
    if (labelled) {
      words.add("added");
    }
    Settings settings = new Settings(block.meta(), words, diagnostics);
    Optional<Term> impact = settings.find("impact").map(impacts()::read).or(() -> inherited);
    AttributeReader reader = attributeReader(KindNames.attributes(block.body().items()));
    List<Attribute> inside = new ArrayList<>();
    for (Item item : block.body().items()) {
      switch (item) {
        case Item.Field field -> inside.add(reader.read(field, impact));
        case Item.Broken ignored -> {}
        case Item other -> misplaced(other.span(), "a block has attributes only");
      }
    }
    return new Block(
        block.name().text(),
        doc(block, block.name().span()),
        labelled,
        block.optional() || labelled,
        inside,
        impact.orElseGet(() -> ImpactReader.of(Impact.REPLACE)),
        settings.find("added").map(impacts("it")::read),
        settings.find("removed").map(impacts("was")::read));
  }

  /** Of a block, over what it says or said. */
  private ImpactReader impacts(String... names) {
    RuleNames withLive = scope.with("live", live);
    for (String name : names) {
      withLive = withLive.with(name);
    }
    return new ImpactReader(new TermReader(withLive, diagnostics), diagnostics);
  }

  private AttributeReader attributeReader(Set<String> siblings) {
    return new AttributeReader(types, scope, live, siblings, diagnostics);
  }

  private KindSchema.Output output(Item.Output output) {
    Settings settings =
        new Settings(output.meta(), Set.of("known", "changes_on", "example", "since"), diagnostics);
    boolean planned =
        settings.oneOf("known", Set.of("plan", "apply")).filter("plan"::equals).isPresent();
    Span name = output.name().span();
    if (output.type().isEmpty()) {
      report(SchemaCodes.MISPLACED, name, "an output of a kind has a type");
    }
    Type type =
        output
            .type()
            .map(types.reader(planned ? Stage.KNOWN : Stage.LATER)::read)
            .orElseGet(Type.Wrong::new);
    Optional<Impact> changes =
        settings
            .oneOf("changes_on", Set.of("live", "restart", "power_off", "replace"))
            .flatMap(Impact::of);
    return new KindSchema.Output(
        output.name().text(),
        doc(output, name),
        type,
        changes,
        example(settings, type),
        settings.oneOf("since", KindNames.states(kind.body().items())));
  }

  private Optional<String> example(Settings settings, Type type) {
    Type plain = type instanceof Type.Maybe(Type inner) ? inner : type;
    boolean text =
        plain instanceof Type.Scalar(ScalarKind scalar, _) && scalar == ScalarKind.STRING;
    settings
        .find("example")
        .filter(it -> !text && !(plain instanceof Type.Wrong))
        .ifPresent(
            it -> report(SchemaCodes.SETTING_VALUE, it.span(), "only a text has an example"));
    return settings.text("example");
  }

  private KindSchema.State state(Item.State state) {
    Settings settings = new Settings(state.meta(), Set.of("requires"), diagnostics);
    return new KindSchema.State(
        state.name().text(),
        doc(state, state.name().span()),
        settings.find("requires").map(terms::read));
  }

  private KindSchema.Check check(Item.Check check) {
    List<Type.Condition> assertions = new ArrayList<>();
    for (Item item : check.body().items()) {
      switch (item) {
        case Item.Assert it ->
            assertions.add(
                new Type.Condition(terms.read(it.condition()), it.message().map(terms::read)));
        case Item.Broken ignored -> {}
        case Item other -> misplaced(other.span(), "a check has assertions only");
      }
    }
    String title = check.title() instanceof Expr.Text text ? text.literal().orElse("") : "";
    return new KindSchema.Check(title, assertions);
  }

  private Optional<String> place(Item.On on) {
    String name = placeName(on);
    boolean provided = types.target(name).filter(TypeNames.Target.INTERFACE::equals).isPresent();
    if (!provided) {
      report(SchemaCodes.NO_PROVIDER, on.type().span(), "no kind provides `" + name + "`");
    }
    return Optional.of(name);
  }

  private static String placeName(Item.On on) {
    return on.type() instanceof TypeNode.Named named ? named.name().text() : "";
  }

  private String doc(Item item, Span name) {
    if (item.lead().doc().isEmpty()) {
      report(SchemaCodes.NO_DOC, name, "no `///` stands above this");
    }
    return item.lead().doc().orElse("");
  }

  private void misplaced(Span span, String text) {
    report(SchemaCodes.MISPLACED, span, text);
  }

  private void report(Code code, Span span, String text) {
    diagnostics.report(Diagnostic.at(code, span, text));
  }
}

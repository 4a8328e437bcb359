package dev.dvl.compiler.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link KindPacker} has written; it runs at every start, as {@link Unpacker} does. */
final class KindUnpacker {
  private final Unpacker in;

  KindUnpacker(Unpacker in) {
    this.in = in;
  }

  Kinds kinds() {
    return Kinds.of(schemas(), types());
  }

  private List<KindSchema> schemas() {
    List<KindSchema> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(kind());
    }
    return all;
  }

  private List<NamedType> types() {
    List<NamedType> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(new NamedType(in.text(), in.text(), in.type()));
    }
    return all;
  }

  private KindSchema kind() {
    return new KindSchema(
        in.text(),
        in.text(),
        in.constant(KindSchema.Identity.values()),
        in.flag(),
        in.flag(),
        in.optionalText(),
        in.flag(),
        attributes(),
        blocks(),
        outputs(),
        states(),
        provides(),
        checks());
  }

  private List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(attribute());
    }
    return all;
  }

  private List<Block> blocks() {
    List<Block> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(block());
    }
    return all;
  }

  private List<KindSchema.Output> outputs() {
    List<KindSchema.Output> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(output());
    }
    return all;
  }

  private List<KindSchema.State> states() {
    List<KindSchema.State> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(new KindSchema.State(in.text(), in.text(), in.optionalTerm()));
    }
    return all;
  }

  private List<KindSchema.Provides> provides() {
    List<KindSchema.Provides> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(new KindSchema.Provides(in.text(), in.optionalTerm(), host()));
    }
    return all;
  }

  private Optional<KindSchema.OfferedHost> host() {
    return in.flag()
        ? Optional.of(new KindSchema.OfferedHost(in.text(), in.text(), in.term()))
        : Optional.empty();
  }

  private List<KindSchema.Check> checks() {
    List<KindSchema.Check> all = new ArrayList<>();
    for (long count = in.number(); count > 0; count--) {
      all.add(new KindSchema.Check(in.text(), in.allConditions()));
    }
    return all;
  }

  private Attribute attribute() {
    return new Attribute(
        in.text(),
        in.text(),
        in.type(),
        in.flag(),
        unset(),
        in.optionalCondition(),
        in.term(),
        in.allTexts(),
        in.constant(Attribute.Merge.values()),
        in.constant(Attribute.Readback.values()),
        in.flag(),
        in.flag() ? Optional.of(digest()) : Optional.empty(),
        in.flag()
            ? Optional.of(new Attribute.Unique(in.text(), in.optionalText(), in.optionalText()))
            : Optional.empty(),
        new Attribute.Elements(
            in.optionalText(),
            in.allTexts(),
            in.allTexts(),
            in.optionalText(),
            in.flag() ? Optional.of(new Attribute.Cards(in.text(), in.text())) : Optional.empty(),
            in.optionalText()),
        in.flag(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText());
  }

  private Attribute.Digest digest() {
    int form = (int) in.number();
    return switch (form) {
      case 0 -> new Attribute.Digest.Copies(in.text(), in.text());
      case 1 -> new Attribute.Digest.Context(in.text(), in.text(), in.text());
      default -> throw new IllegalArgumentException("no form of a digest: " + form);
    };
  }

  private Attribute.Default unset() {
    int form = (int) in.number();
    return switch (form) {
      case 0 -> new Attribute.Default.Sent(in.term());
      case 1 -> new Attribute.Default.Engine(in.term());
      case 2 -> new Attribute.Default.Image(in.text(), in.optionalTerm());
      case 3 -> new Attribute.Default.Made();
      case 4 -> new Attribute.Default.Unmanaged();
      case 5 -> new Attribute.Default.When(in.term(), unset(), unset());
      default -> throw new IllegalArgumentException("no form of a default: " + form);
    };
  }

  private Block block() {
    return new Block(
        in.text(),
        in.text(),
        in.flag(),
        in.flag(),
        attributes(),
        in.term(),
        in.optionalTerm(),
        in.optionalTerm());
  }

  private KindSchema.Output output() {
    return new KindSchema.Output(
        in.text(),
        in.text(),
        in.type(),
        in.flag() ? Optional.of(in.constant(Impact.values())) : Optional.empty(),
        in.optionalText(),
        in.optionalText());
  }
}

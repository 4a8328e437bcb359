package dev.dvl.compiler.schema;

/** Writes kinds with a {@link Packer}; {@link KindUnpacker} reads them in the same order. */
final class KindPacker {
  private KindPacker() {}

  static byte[] pack(Kinds kinds) {
    Packer out = new Packer();
    out.all(kinds.byName().values(), kind -> write(out, kind));
    out.all(
        kinds.types().values(),
        type -> {
          out.text(type.name());
          out.text(type.doc());
          out.type(type.type());
        });
    return out.bytes();
  }

  private static void write(Packer out, KindSchema kind) {
    out.text(kind.name());
    out.text(kind.doc());
    out.text(kind.identity().name());
    out.flag(kind.rewritable());
    out.flag(kind.startsFirst());
    out.optional(kind.placedOn(), out::text);
    out.flag(kind.host());
    out.all(kind.attributes(), attribute -> write(out, attribute));
    out.all(kind.blocks(), block -> write(out, block));
    out.all(kind.outputs(), output -> write(out, output));
    out.all(kind.states(), state -> write(out, state));
    out.all(kind.provides(), provides -> write(out, provides));
    out.all(kind.checks(), check -> write(out, check));
  }

  private static void write(Packer out, Attribute attribute) {
    out.text(attribute.name());
    out.text(attribute.doc());
    out.type(attribute.type());
    out.flag(attribute.known());
    write(out, attribute.unset());
    out.optional(attribute.where(), out::condition);
    out.term(attribute.impact());
    out.all(attribute.companions(), out::text);
    out.text(attribute.merge().name());
    out.text(attribute.readback().name());
    out.flag(attribute.resolved());
    out.optional(attribute.digest(), digest -> write(out, digest));
    out.optional(
        attribute.unique(),
        unique -> {
          out.text(unique.scope());
          out.optional(unique.resource(), out::text);
          out.optional(unique.apart(), out::text);
        });
    out.optional(attribute.by(), out::text);
    out.all(attribute.elements().own(), out::text);
    out.all(attribute.elements().inside(), out::text);
    out.optional(attribute.elements().first(), out::text);
    out.optional(
        attribute.elements().cards(),
        cards -> {
          out.text(cards.block());
          out.text(cards.network());
        });
    out.optional(attribute.elements().within(), out::text);
    out.flag(attribute.samePlace());
    out.optional(attribute.consumes(), out::text);
    out.optional(attribute.since(), out::text);
    out.optional(attribute.deprecated(), out::text);
  }

  private static void write(Packer out, Attribute.Digest digest) {
    switch (digest) {
      case Attribute.Digest.Copies(var attribute, var source) -> {
        out.number(0);
        out.text(attribute);
        out.text(source);
      }
      case Attribute.Digest.Context(var folder, var file, var arguments) -> {
        out.number(1);
        out.text(folder);
        out.text(file);
        out.text(arguments);
      }
    }
  }

  private static void write(Packer out, Attribute.Default unset) {
    switch (unset) {
      case Attribute.Default.Sent(var value) -> {
        out.number(0);
        out.term(value);
      }
      case Attribute.Default.Engine(var value) -> {
        out.number(1);
        out.term(value);
      }
      case Attribute.Default.Image(var path, var otherwise) -> {
        out.number(2);
        out.text(path);
        out.optional(otherwise, out::term);
      }
      case Attribute.Default.Made ignored -> out.number(3);
      case Attribute.Default.Unmanaged ignored -> out.number(4);
      case Attribute.Default.When(var condition, var then, var otherwise) -> {
        out.number(5);
        out.term(condition);
        write(out, then);
        write(out, otherwise);
      }
    }
  }

  private static void write(Packer out, Block block) {
    out.text(block.name());
    out.text(block.doc());
    out.flag(block.labelled());
    out.flag(block.optional());
    out.all(block.attributes(), attribute -> write(out, attribute));
    out.term(block.impact());
    out.optional(block.added(), out::term);
    out.optional(block.removed(), out::term);
  }

  private static void write(Packer out, KindSchema.Output output) {
    out.text(output.name());
    out.text(output.doc());
    out.type(output.type());
    out.optional(output.changesOn(), impact -> out.text(impact.name()));
    out.optional(output.example(), out::text);
    out.optional(output.since(), out::text);
  }

  private static void write(Packer out, KindSchema.State state) {
    out.text(state.name());
    out.text(state.doc());
    out.optional(state.requires(), out::term);
  }

  private static void write(Packer out, KindSchema.Provides provides) {
    out.text(provides.name());
    out.optional(provides.condition(), out::term);
    out.optional(
        provides.host(),
        host -> {
          out.text(host.kind());
          out.text(host.after());
          out.term(host.values());
        });
  }

  private static void write(Packer out, KindSchema.Check check) {
    out.text(check.title());
    out.all(check.assertions(), out::condition);
  }
}

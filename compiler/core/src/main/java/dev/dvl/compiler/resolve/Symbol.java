package dev.dvl.compiler.resolve;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.Where;
import java.util.List;
import java.util.Optional;

/**
 * What a name can mean. There is one symbol for each declaration, so symbols are compared by
 * identity, and tables over them are identity tables.
 */
public sealed interface Symbol {

  String name();

  /** The place of the name in its declaration. */
  Span span();

  record Param(Item.Param item) implements Symbol {
    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  record Secret(Item.Secret item) implements Symbol {
    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  /** A {@code let} of the module, or of the {@code for} and {@code if} items around it. */
  record Let(Item.Let item, List<Enclosure> enclosing) implements Symbol {
    public Let {
      enclosing = List.copyOf(enclosing);
    }

    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  record Type(Item.Type item) implements Symbol {
    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  record Fn(Item.Fn item) implements Symbol {
    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  /** A parameter of a function. */
  record FnParam(Item.FnParam item) implements Symbol {
    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  /** A variable of a {@code for} item or of a comprehension; {@code index} is 0 or 1. */
  record Loop(ComprehensionHead head, int index) implements Symbol {
    public Name variable() {
      return head.names().get(index);
    }

    /** Whether this is the index or key of two variables; the last variable is the value. */
    public boolean isKey() {
      return index == 0 && head.names().size() > 1;
    }

    @Override
    public String name() {
      return variable().text();
    }

    @Override
    public Span span() {
      return variable().span();
    }
  }

  /** The value that a {@code where} is about. */
  record It(Where where) implements Symbol {
    @Override
    public String name() {
      return "it";
    }

    @Override
    public Span span() {
      return where.span();
    }
  }

  /** A host; without a kind where the kind is unknown. */
  record Host(Item.Host item, Optional<KindSchema> kind) implements Symbol {
    @Override
    public String name() {
      return item.name().text();
    }

    @Override
    public Span span() {
      return item.name().span();
    }
  }

  /**
   * A resource; without a kind where the kind is unknown.
   *
   * @param enclosing the {@code for} and {@code if} items around it, outermost first
   * @param parent the resource in whose body it is written, which is its place
   */
  record Resource(
      Item.Declaration item,
      Name label,
      Optional<KindSchema> kind,
      List<Enclosure> enclosing,
      Optional<Resource> parent)
      implements Symbol {
    public Resource {
      enclosing = List.copyOf(enclosing);
    }

    public boolean isKeyed() {
      return !item.keys().isEmpty();
    }

    @Override
    public String name() {
      return label.text();
    }

    @Override
    public Span span() {
      return label.span();
    }
  }
}

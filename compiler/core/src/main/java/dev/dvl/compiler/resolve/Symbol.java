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

  /** What an item declares and names. */
  sealed interface Declared extends Symbol {
    Item.Named item();

    @Override
    default String name() {
      return item().name().text();
    }

    @Override
    default Span span() {
      return item().name().span();
    }
  }

  /** A parameter of the program, or with a component around it of that component. */
  record Param(Item.Param item, List<Enclosure> enclosing) implements Declared {
    public Param {
      enclosing = List.copyOf(enclosing);
    }
  }

  record Secret(Item.Secret item) implements Declared {}

  /**
   * A {@code let} of the module, or of the component and the {@code for} and {@code if} items
   * around it.
   */
  record Let(Item.Let item, List<Enclosure> enclosing) implements Declared {
    public Let {
      enclosing = List.copyOf(enclosing);
    }
  }

  record Type(Item.Type item) implements Declared {}

  record Fn(Item.Fn item) implements Declared {}

  /** A parameter of a function. */
  record FnParam(Item.FnParam item) implements Declared {}

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

  /** What only a test may look at: its plan, and the outputs of the program. */
  record Observed(String name) implements Symbol {
    /** How many changes of each sort there are to make now. */
    public static final Observed PLAN = new Observed("plan");

    /** The outputs of the program, by name. */
    public static final Observed OUTPUT = new Observed("output");

    @Override
    public Span span() {
      return Span.at(0);
    }
  }

  /** A host; without a kind where the kind is unknown. */
  record Host(Item.Host item, Optional<KindSchema> kind) implements Declared {}

  record Component(Item.Component item) implements Declared {
    /** Where it stands: the interface or kind that {@code on} asks for. */
    public Optional<Item.On> on() {
      return item.on();
    }
  }

  /** What a component calls the place that it stands on. */
  record Place(Item.Component item, Item.On on) implements Symbol {
    @Override
    public String name() {
      return on.name().text();
    }

    @Override
    public Span span() {
      return on.name().span();
    }
  }

  /** What has a place and an address: a resource, or a use of a component. */
  sealed interface Placed extends Symbol {
    Item.Declaration item();

    Name label();

    /** The component, {@code for} and {@code if} items around it, outermost first. */
    List<Enclosure> enclosing();

    /** The resource in whose body it is written, which is its place. */
    Optional<Resource> parent();

    default boolean isKeyed() {
      return !item().keys().isEmpty();
    }

    @Override
    default String name() {
      return label().text();
    }

    @Override
    default Span span() {
      return label().span();
    }
  }

  /** A use of a component. */
  record Use(
      Item.Declaration item,
      Name label,
      Component component,
      List<Enclosure> enclosing,
      Optional<Resource> parent)
      implements Placed {
    public Use {
      enclosing = List.copyOf(enclosing);
    }
  }

  /** A resource; without a kind where the kind is unknown. */
  record Resource(
      Item.Declaration item,
      Name label,
      Optional<KindSchema> kind,
      List<Enclosure> enclosing,
      Optional<Resource> parent)
      implements Placed {
    public Resource {
      enclosing = List.copyOf(enclosing);
    }
  }
}

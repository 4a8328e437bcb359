package dev.dvl.compiler.check.result;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.Item;

/** What a member access {@code a.b} reads. */
public sealed interface Access {

  /** A field of an object, or an entry of a map by its name. */
  record Field(String name) implements Access {}

  /** What the program sets on a resource or in a block, else what is made or known of it. */
  record Setting(Attribute schema) implements Access {}

  record Part(Block schema) implements Access {}

  /** What the platform tells, once it is there. */
  record Told(KindSchema.Output schema) implements Access {}

  /** What a component shows of itself. */
  record Shown(Item.Output output) implements Access {}

  /** A state to wait for; stands only in {@code after}. */
  record Awaited(KindSchema.State schema) implements Access {}
}

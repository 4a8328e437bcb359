package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.Loops;
import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.List;

/** Notes what stands around each loop, so that its variables can be typed when asked for. */
final class LoopHeads {
  private final Loops.Heads heads;

  LoopHeads(Loops.Heads heads) {
    this.heads = heads;
  }

  void of(List<Item> items) {
    of(items, List.of());
  }

  private void of(List<Item> items, List<Enclosure> around) {
    for (Item item : items) {
      switch (item) {
        case Item.For loop -> {
          heads.add(loop.head(), around);
          of(loop.body().items(), longer(around, new Enclosure.Loop(loop)));
        }
        case Item.If choice -> {
          of(choice.then().items(), longer(around, new Enclosure.Branch(choice, true)));
          choice
              .otherwise()
              .ifPresent(it -> of(it.items(), longer(around, new Enclosure.Branch(choice, false))));
        }
        case Item.Component component ->
            of(component.body().items(), List.of(new Enclosure.Inside(component)));
        case Item.Declaration declaration ->
            declaration.body().ifPresent(body -> of(body.items(), around));
        case Item ignored -> {}
      }
    }
  }

  private static List<Enclosure> longer(List<Enclosure> around, Enclosure last) {
    List<Enclosure> longer = new ArrayList<>(around);
    longer.add(last);
    return List.copyOf(longer);
  }
}

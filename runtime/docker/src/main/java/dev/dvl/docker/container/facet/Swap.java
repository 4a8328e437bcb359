package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;

/**
 * {@code memory_swap}: memory and swap together, -1 for no limit. Left out, the engine makes it
 * twice the memory where the kernel can limit swap: twice the wanted one, so the schema says the
 * default and not what the container has now.
 */
record Swap() implements Facet {
  private static final Value UNLIMITED = Value.text("unlimited");

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("memory_swap")) {
      boolean unlimited = wanted.value("memory_swap").equals(UNLIMITED);
      request.put(
          Section.HOST,
          "MemorySwap",
          Json.of(unlimited ? -1 : Codec.number(wanted.value("memory_swap"))));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    long memory = seen.at(Section.HOST, "Memory").number();
    Value standard = standard(memory, seen.engine().at("SwapLimit").isTrue());
    long swap = seen.at(Section.HOST, "MemorySwap").number();
    Value live = swap < 0 ? UNLIMITED : Codec.size(swap);
    boolean unset = swap == 0 || (memory == 0 && swap < 0);
    shown.values().put("memory_swap", unset ? standard : live);
  }

  private static Value standard(long memory, boolean limits) {
    if (memory == 0) {
      return Value.Null.NULL;
    }
    return limits ? Codec.size(memory * 2) : UNLIMITED;
  }
}

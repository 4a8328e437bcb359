package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Address;

/**
 * Points out lines that would keep an object but for their keys: most likely they were meant to.
 */
record NearlyKept(Draft draft) {

  void say(Address address) {
    draft.program.forgotten().stream()
        .filter(it -> it.which().missesByKeys(address))
        .forEach(it -> say("forget " + it.which(), address));
    draft.program.moves().stream()
        .filter(it -> it.from().missesByKeys(address))
        .forEach(it -> say("moved " + it.from() + " -> " + it.to(), address));
  }

  private void say(String line, Address address) {
    draft.notes.add(
        "`%s` is not about `%s`, which is destroyed: the keys differ.".formatted(line, address));
  }
}

package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import java.util.List;
import java.util.stream.Stream;

/**
 * Points out lines that would keep an object but for their keys: most likely they were meant to.
 */
record NearlyKept(Program program) {

  List<String> notes(Address address) {
    Stream<String> forgets =
        program.forgotten().stream()
            .filter(it -> it.which().missesByKeys(address))
            .map(it -> "forget " + it.which());
    Stream<String> moves =
        program.moves().stream()
            .filter(it -> it.from().missesByKeys(address))
            .map(it -> "moved " + it.from() + " -> " + it.to());
    return Stream.concat(forgets, moves).map(line -> note(line, address)).toList();
  }

  private static String note(String line, Address address) {
    return "`%s` is not about `%s`, which is destroyed: the keys differ.".formatted(line, address);
  }
}

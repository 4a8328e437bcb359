package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.Addresses;
import dev.dvl.compiler.lower.unfold.UnfoldedModule;
import dev.dvl.compiler.syntax.AddressNode;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AddressPattern;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the program says of resources that have moved, are adopted or are forgotten. */
public final class Identities {
  private final UnfoldedModule module;
  private final Run run;
  private final AddressedResources present;

  public Identities(UnfoldedModule module, List<Instance> instances) {
    this.module = module;
    this.run = module.run();
    this.present = new AddressedResources(run, instances, run.report().hasErrors());
  }

  public List<Program.Move> moves() {
    List<Program.Move> moves = new ArrayList<>();
    for (Item.Moved item : run.names().moves()) {
      reporting(() -> moves.add(move(item)));
    }
    new MoveRules(run.report(), present, moves).check();
    return moves;
  }

  private static Program.Move move(Item.Moved item) throws Failure {
    AddressPattern from = Addresses.of(item.from());
    AddressPattern to = Addresses.of(item.to());
    if (from.open() != to.open()) {
      throw Failure.at(
              LowerCodes.ADDRESS_KEY, item.to().span(), "this leaves " + count(to) + " open")
          .label(item.from().span(), "this leaves " + count(from) + " open")
          .note("Each `[*]` of the new address takes the key of one of the old address.");
    }
    return new Program.Move(from, to, item.span());
  }

  private static String count(AddressPattern address) {
    return address.open() == 1 ? "1 key" : address.open() + " keys";
  }

  public List<Program.Adoption> adoptions() {
    List<Program.Adoption> adoptions = new ArrayList<>();
    for (Item.Adopt item : run.names().adoptions()) {
      reporting(() -> adoption(item).ifPresent(it -> add(it, adoptions)));
    }
    return adoptions;
  }

  private Optional<Program.Adoption> adoption(Item.Adopt item) throws Failure {
    Address address = exact(item.address());
    Value name =
        module
            .expressions()
            .known(item.platformName(), module.module(), "the name of an adopted object");
    return present.hasOne(address, item.address().span()) && name instanceof Value.Text(String text)
        ? Optional.of(new Program.Adoption(address, text, item.span()))
        : Optional.empty();
  }

  private static Address exact(AddressNode node) throws Failure {
    return Addresses.of(node)
        .exact()
        .orElseThrow(
            () ->
                Failure.at(
                    LowerCodes.ADDRESS_KEY, node.span(), "an object is adopted by one resource"));
  }

  private void add(Program.Adoption adoption, List<Program.Adoption> adoptions) {
    for (Program.Adoption other : adoptions) {
      if (other.address().equals(adoption.address())) {
        run.report().report(twice(adoption, other, "this resource adopts another object"));
        return;
      }
      if (other.platformName().equals(adoption.platformName())
          && present.alike(other.address(), adoption.address())) {
        run.report().report(twice(adoption, other, "another resource adopts this object"));
        return;
      }
    }
    adoptions.add(adoption);
  }

  private static Diagnostic twice(Program.Adoption adoption, Program.Adoption other, String text) {
    return Diagnostic.at(IdentityCodes.ADOPTED_TWICE, adoption.origin(), text)
        .label(other.origin(), "adopted here first");
  }

  public List<Program.Forgotten> forgotten() {
    List<Program.Forgotten> forgotten = new ArrayList<>();
    for (Item.Forget item : run.names().forgotten()) {
      reporting(
          () -> {
            AddressPattern which = Addresses.of(item.address());
            Optional<Instance> still = present.at(which);
            if (still.isPresent()) {
              throw Failure.at(IdentityCodes.NOT_FORGOTTEN, item.span(), "the program has it still")
                  .label(still.get().origin(), "declared here")
                  .note("Take the resource out of the program, and leave this line.");
            }
            forgotten.add(new Program.Forgotten(which, item.span()));
          });
    }
    return forgotten;
  }

  /** Something that may go wrong. */
  private interface Step {
    void run() throws Failure;
  }

  private void reporting(Step step) {
    try {
      step.run();
    } catch (Failure wrong) {
      run.report().report(wrong);
    }
  }
}

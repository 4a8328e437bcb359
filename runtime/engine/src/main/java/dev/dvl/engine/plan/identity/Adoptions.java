package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program.Adoption;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.reading.Selected;
import dev.dvl.engine.provider.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why a resource does not come by the object that it is to adopt. */
record Adoptions(Matched matched) {

  List<Diagnostic> refused() {
    Selected selected = matched.selected();
    if (selected.request().options().destroy()) {
      return List.of();
    }
    List<Diagnostic> refused = new ArrayList<>();
    for (Adoption adoption : selected.program().adoptions()) {
      Instance instance = selected.picked().get(adoption.address());
      if (instance != null) {
        matched
            .seen()
            .readable(selected.host(instance.address()))
            .flatMap(view -> refused(adoption, instance, view))
            .ifPresent(refused::add);
      }
    }
    return refused;
  }

  private Optional<Diagnostic> refused(
      Adoption adoption, Instance instance, HostView.Readable view) {
    if (!new Identity(matched.selected()).isRecorded(instance.kind())) {
      return Optional.of(
          Diagnostic.at(
                  IdentityCodes.NOT_ADOPTABLE,
                  adoption.origin(),
                  Article.quoted(instance.kind()) + " is known by its name alone")
              .note("Whoever claims the name has it: the line is not needed."));
    }
    return matched.object(instance.address()).isPresent()
        ? Optional.empty()
        : Optional.of(problem(adoption, instance, view));
  }

  private Diagnostic problem(Adoption adoption, Instance instance, HostView.Readable view) {
    Optional<Live> found =
        view.live().objects().stream()
            .filter(it -> it.ref().kind().equals(instance.kind()))
            .filter(
                it ->
                    it.ref().name().equals(adoption.platformName())
                        || it.ref().id().equals(adoption.platformName()))
            .findFirst();
    String object = "the " + instance.kind() + " `" + adoption.platformName() + "`";
    if (found.isEmpty() || found.get().stamp().isEmpty()) {
      return Diagnostic.at(
              IdentityCodes.NO_SUCH_OBJECT, adoption.origin(), object + " is not there")
          .note("Without the line a new one is made.");
    }
    Address made = found.get().stamp().get().address();
    String owner = found.get().stamp().get().stack().id();
    return switch (found.get().standing()) {
      case OURS, UNFINISHED ->
          Diagnostic.at(
                  IdentityCodes.OTHER_RESOURCE,
                  adoption.origin(),
                  object + " stands for `" + made + "`")
              .note(
                  "Where that is what has a new address, write: moved "
                      + made
                      + " -> "
                      + adoption.address());
      case COPY ->
          Diagnostic.at(IdentityCodes.NOT_FREE, adoption.origin(), object + " is a copy")
              .note("It carries a record that was written for another object of `" + made + "`.");
      case OTHER_STACK, FOREIGN, UNKNOWN ->
          Diagnostic.at(
                  IdentityCodes.NOT_FREE, adoption.origin(), object + " belongs to another stack")
              .note("It was made for `" + made + "` of the stack " + owner + ".")
              .note(lettingGo(found.get(), made));
    };
  }

  private String lettingGo(Live object, Address made) {
    return new Identity(matched.selected()).isRewritable(object.ref())
        ? "That stack can let it go with: forget " + made
        : "Its record cannot be taken off it: it stays that stack's for as long as it is there.";
  }
}

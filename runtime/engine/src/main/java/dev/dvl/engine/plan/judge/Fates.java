package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.identity.Matched;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of resources. While they are decided one after another it tells of those that were,
 * and that are all which the next one refers to.
 */
public final class Fates {
  private final Matched matched;
  private final Map<Address, Outlook> outlooks;

  Fates(Matched matched, Map<Address, Outlook> outlooks) {
    this.matched = matched;
    this.outlooks = Collections.unmodifiableMap(outlooks);
  }

  public Matched matched() {
    return matched;
  }

  /** The object of a resource that this plan leaves in its place. */
  public Optional<Ref> object(Address resource) {
    return switch (of(resource)) {
      case STAYS, CHANGES -> matched.object(resource).map(Live::ref);
      case MADE, UNDECIDED -> Optional.empty();
    };
  }

  /** Whether a resource has an object and gets a new one. */
  boolean isMadeAnew(Address resource) {
    return of(resource) == Fate.MADE && matched.object(resource).isPresent();
  }

  /** Whether the object of a resource goes before its successor comes. */
  boolean goesFirst(Address resource) {
    return outlook(resource).action().filter(Action.REPLACE::equals).isPresent();
  }

  Fate of(Address resource) {
    return outlook(resource).fate();
  }

  Outlook outlook(Address resource) {
    Outlook found = outlooks.get(resource);
    if (found == null && matched.selected().instances().containsKey(resource)) {
      throw new IllegalStateException("`" + resource + "` is not decided yet");
    }
    return found == null ? Outlook.of(Fate.UNDECIDED) : found;
  }
}
